"""Packets and registers are the published ones, survive the wire, and are found again in noise."""

import pytest
from hypothesis import given, strategies as st

from heedful.hardware.feetech import packets, registers
from heedful.hardware.feetech.packets import Packet, Stream

PACKETS = st.builds(Packet, st.integers(0, 253), st.integers(0, 255), st.binary(max_size=60))
SIGNED = [r for r in vars(registers).values() if isinstance(r, registers.Register)]


def test_packets_are_byte_for_byte_those_of_the_makers_manual():
    assert packets.ping(1).encode() == bytes.fromhex("FF FF 01 02 01 FB")
    assert packets.read(1, 0x38, 2).encode() == bytes.fromhex("FF FF 01 04 02 38 02 BE")
    assert packets.sync_read([1, 2], 0x38, 8).encode() == bytes.fromhex("FF FF FE 06 82 38 08 01 02 36")
    one, two = (registers.GOAL_POSITION.encode(2048),) * 2
    assert packets.sync_write(42, {1: one, 2: two}).encode() == bytes.fromhex("FF FF FE 0A 83 2A 02 01 00 08 02 00 08 35")


@given(PACKETS)
def test_what_is_encoded_is_found_again(packet):
    assert Stream().feed(packet.encode()) == [packet]


@given(st.lists(PACKETS, max_size=5), st.lists(st.integers(1, 40), max_size=200))
def test_it_does_not_matter_in_which_pieces_the_bytes_come(many, sizes):
    stream, data, found = Stream(), b"".join(p.encode() for p in many), []
    for size in sizes:
        found += stream.feed(data[:size])
        data = data[size:]
    assert found + stream.feed(data) == many


@given(st.binary(max_size=40).filter(lambda b: b"\xff" not in b), PACKETS, PACKETS)
def test_after_noise_the_next_whole_packet_is_found(noise, first, second):
    stream = Stream()
    assert stream.feed(noise + first.encode() + noise + second.encode()) == [first, second]
    assert stream.dropped == 2 * len(noise)


@given(st.binary(max_size=300), PACKETS)
def test_whatever_noise_came_before_a_packet_is_found_at_the_latest_after_two_lengths_of_silence(noise, packet):
    stream = Stream()
    stream.feed(noise)
    stream.feed(bytes(2 * (packets.LONGEST + 6)))
    assert stream.feed(packet.encode()) == [packet]


@given(PACKETS, st.data())
def test_a_packet_with_one_wrong_byte_is_never_taken_for_itself(packet, data):
    good = packet.encode()
    at = data.draw(st.integers(0, len(good) - 1))
    bad = good[:at] + bytes((good[at] ^ data.draw(st.integers(1, 255)),)) + good[at + 1 :]
    assert packet not in Stream().feed(bad)


@pytest.mark.parametrize("register", SIGNED, ids=lambda r: str(r.address))
@given(st.data())
def test_a_register_gives_back_what_it_holds_and_refuses_what_it_cannot(register, data):
    bits = 8 * register.size if register.sign is None else register.sign
    most = (1 << bits) - 1
    value = data.draw(st.integers(0 if register.sign is None else -most, most))
    assert register.decode(register.encode(value)) == value
    with pytest.raises(ValueError, match="holds up to"):
        register.encode(most + 1)


def test_signs_are_a_bit_of_their_own():
    assert registers.HOMING_OFFSET.encode(-5) == (5 | 1 << 11).to_bytes(2, "little")
    assert registers.LOAD.decode((300 | 1 << 10).to_bytes(2, "little")) == -300
