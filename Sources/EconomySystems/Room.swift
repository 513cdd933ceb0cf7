enum EconomySystemsRoom {}
