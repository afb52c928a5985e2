/** A JPEG of 16 × 16 pixels, from black above to white below; made for these tests by ImageMagick, public domain. */
export const tinyPictures = {
  jpeg: Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/wAALCAAQABABAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAAgJ/8QAFxAAAwEAAAAAAAAAAAAAAAAAABhkov/aAAgBAQAAPwCSFjkyFjkya1rHJkLHJk//2Q==',
    'base64',
  ),
};
