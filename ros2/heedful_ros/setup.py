from setuptools import setup

NAME = "heedful_ros"

setup(
    name=NAME,
    version="0.1.0",
    packages=[NAME],
    data_files=[
        ("share/ament_index/resource_index/packages", [f"resource/{NAME}"]),
        (f"share/{NAME}", ["package.xml"]),
        (f"share/{NAME}/launch", ["launch/heedful.launch.py"]),
    ],
    install_requires=["setuptools"],  # heedful itself is in the environment that ROS runs in: colcon installs nothing with pip
    zip_safe=True,
    description="A node that carries out instructions in words and heeds corrections while the robot moves",
    license="Apache-2.0",
    entry_points={"console_scripts": [f"node = {NAME}.node:main"]},
)
