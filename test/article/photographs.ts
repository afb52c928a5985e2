/** Photographs for tests: colours that run into each other, and a yellow corner at the upper left. */

/** JPEG in three colours, 72 × 48. */
export const photograph = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAwAEgDASIAAhEBAxEB/8QAGgAAAgMBAQAAAAAAAAAAAAAAAwQAAQIGBf/EADAQAAIBAgQDBQgDAQAAAAAAAAECEQAhAxIxQSJRcQQTYZHwBQYUMmKBsdEjcuHB/8QAGgEAAgMBAQAAAAAAAAAAAAAAAwQBAgUGB//EACARAAICAwACAwEAAAAAAAAAAAECABEDBCESQRMUMTL/2gAMAwEAAhEDEQA/AO8qVKlebRycR77YgX2rhhiAPh1Ov1NXPNioxIZo3mZkda9j39JHt3AEwD2Zdf7NXOSDC5spm/OPX5rtNDCx1ENepua2wFxBbjPegqM6gy0C8H/ap2DEsrEXsItalyCcygaCLzVK4mWzZpuOVGOEiGO142IyvaAqWVog2JsfOrw+02VWAMNqNfX7pUFu8C5nLagxFW5RWDBYNiIOl6k65PqLvnLkFI2+UwQpAAkiRYfepSpZmzCAw1u1SoGE+4RN3kEBDcMk/MFv+OtUcbhysBMGdd6bwQAQyi1hc1jtGEMRQ6wcwk+A1mum+oGXgmNkfx/DFFzA8CkATcDf0aJhHZkJO0b9aL8MFV4bMsWkRbetKgQ8NudpvrVfhK89QquGF3BFiwi4ItWPmcggCSLxWspzmWiLVeNhlAVzNyFudHxaqtyTkfxFzTJ3iTmuVvBiN6CGxEs4nLML/lCfEfIEUymvKiDGTKUKQTFybUTLoeI4Jm49lkbhmwwMTEWt4TtUoarldgJEWNgQKlJvqG+CaWLZscjmYMnG5E6jeajuZKhWUQIt/wA6DWkkx2UCDIOs6j1+6IuMWhJYA7DrrW+NcobExcuSzYhDigApYTyEgmdq0naF4So4h9Vj5UHFGfBLNsRlt1saXUsqyALgmYtRBiVx+SMWyVEelC3CdT1INZxAcs5iToZPhNKd5nLayTFtxRcLGyuVxCGAi23nVDrlTaxtdkNwzOJwyBmPnpvNDTEAdTGgv4cqJIMTAm5y3msMizvBMdT1+/4pgKKqJ5IYfzvwtwgQoI1qUuSFBKsLD71Kp8F/yJCsFFXP/9k=',
  'base64',
);

/** The same in four inks. */
export const inFourInks = Buffer.from(
  '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAUDg8SDw0UEhASFxUUGB4yIR4cHB49LC4kMklATEtHQEZFUFpzYlBVbVZFRmSIZW13e4GCgU5gjZeMfZZzfoF8/9sAQwEVFxceGh47ISE7fFNGU3x8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8/8AAFAgAMABIBAEiAAIRAQMRAQQiAP/EABoAAAIDAQEAAAAAAAAAAAAAAAADAgQFAQb/xAAvEAABBAAEBAUCBwEAAAAAAAABAAIRIQMSMUEEIlFxE2GBkfAFsRQyQqHB0eHx/8QAGgEAAQUBAAAAAAAAAAAAAAAAAQIDBAUGAP/EAB8RAAICAwEAAwEAAAAAAAAAAAABAhEDEjEEExQhUf/aAA4EAQACEQMRBAAAPwDy6F1C2Fojns0IQt76DPgugfrP2C1eYaCdllfQnhvCvq8/8BaQxrJiRFdJ+fZZ30ZIrM1ZSehP5WUeJxvD4yCYHhg/uVzE4lrjBMb9ZHdUvrGN4f1BgmJwh9yqo4oOIEwZvrHz7qcQ6jtKlmgQQDXVKfiZS0zqZqFF7zlqIij1QU0xjWzU/EAEZgDJgXB/1TxeIa4SHRdCKpZGNiGSBsIuUo8TUkmZsdE17J3CrzDjBit/nyF1uOH4ZMNA0ImVzDw3Om5F6jWkY5orrFpV01X8Q1uFQMQaJo+6qYXH5XBpAMHUa/P7VNnFOecuZxOx0XMjS7MBBoiDpaczE8wZQqzMSCLIOlBC7eIHD9NtuO0wQIAEkSKHqhYTcd5LhEjzKEDCcRcAaEwPv2XHYL2OltiRGmycGEyHHqdExmGWkgzRrzOkLM/Zyp3sWWPBsuCW4DprXUC/t3UHuewQQDrOu61uFwZIIFULKnxHAeI0PEGRJ8hrKS51c8SYonb4FB8ky1wHWduye/nLeWDNxd7JRB/VfTatEn5HJ7PoxLBKEqoxQ5wPK0iJ0G/wqeGXEwWmdo37q+/gadBkRUiK3UBg+E7TvU3qgNM9QbTPBfkEEmjUpjYgQ2ZtWMAh0GB1Pom5Zp9FYsO7pieZ4i5FI/DveSIAki4VljOezEUtDDwBliT0FdVmM4Pwnb0am52ToyflNGJJ/taowWyXEQ7Tqq2JwhJDg6YmgLSY+h30s8nkhOPDHP05xbOYyRcGI3Sw7G4fldzRMD/Fv4nDEsytMt16Knj8KLblgmLOipAFhMi7vzjdCtYmFnaJg7iyCUJ+PqkkVsvJJMzWuykZgIr2nZCsv4MyQJEUaBAQueEWu5WzG+0JmG2ACSCd/wDvrorbsEGZEHy0+f4oHCAl0Ctz20UHey8xwpUzSOCY5iR1G8qzhOLZblIECK/jsNU/JVWN51Hz+1HJ+mwOg76pYwZ5te9ECN1B/DTM6Hyse6fhnK+B5zfawnEAmyaIETaTs0w5MKbI+CwgihPQSCZ2UHcOwwWix50fZMaC9hJ2Iiu9FTaxwbNaEzsqBw3AWNB2BCnhmDEADUQPOFbyQBpAE3sUt+DIBaIPXdHe+kZ4Nf1FF/DAHl69yCpMJYNSToZPlKuOaMTNVkxW4UG4IDiHQQIrb3XcMTBMD212hTeyWkTqa8+qjpMXFCdlMOMbSBPYdvT7ptkqAMaW9T76byuOaCRW1+XRNBAjQbmLlBDSf27+vzZILBhtsWTJIOiE8Auog6+iEdv6c1buiueEGI6QaAoEaoTssgwRQ9UL/9k=',
  'base64',
);

/** The photograph as a camera writes it that was held otherwise: with an orientation of 1 … 8 (Exif 2.3). */
export function heldOtherwise(orientation: number): Buffer {
  const exif = Buffer.from(
    '457869660000' + '4d4d002a00000008' + '0001' + '01120003000000010000000000000000',
    'hex',
  );
  exif.writeUInt16BE(orientation, 6 + 8 + 2 + 8);
  const marker = Buffer.alloc(4);
  marker.writeUInt16BE(0xffe1, 0);
  marker.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([photograph.subarray(0, 2), marker, exif, photograph.subarray(2)]);
}

/** Its bytes as after a fault of the card: some in the middle are zero. */
export function damaged(bytes: Buffer, count = 120): Buffer {
  const copy = Buffer.from(bytes);
  const from = Math.floor(copy.length * 0.7);
  return copy.fill(0, from, Math.min(copy.length - 40, from + count));
}

export const asUrl = (bytes: Buffer, type = 'jpeg') =>
  `data:image/${type};base64,${bytes.toString('base64')}`;
