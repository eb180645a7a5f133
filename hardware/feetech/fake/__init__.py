"""A simulated bus: servos that speak Feetech's protocol on a pseudo-terminal, before MuJoCo's physics."""
