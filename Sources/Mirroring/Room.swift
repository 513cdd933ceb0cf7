enum MirroringRoom {}
