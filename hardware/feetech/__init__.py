"""Arms on Feetech's serial servos: packets, the bus, calibration, the driver, and a simulated bus to try everything on."""
