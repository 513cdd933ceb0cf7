enum PlanningRoom {}
