enum RepairPlansRoom {}
