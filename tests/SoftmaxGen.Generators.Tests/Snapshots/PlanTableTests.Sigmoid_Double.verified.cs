heads
  1: vectors, single output
  2..1048576: vectors
rows in Vector512
  1..8: none
  9..32: Straight
  33..1048576: Looped
rests in Vector512
  1: none
  2: Vector128
  3..8: Vector256
  9..1048576: Vector512
rows in Vector256
  1..2: none
  3: Joined
  4..16: Straight
  17..1048576: Looped
rests in Vector256
  1: none
  2: Vector128
  3..1048576: Vector256
rows in Vector128
  1: none
  2..8: Straight
  9..1048576: Looped
rests in Vector128
  1: none
  2..1048576: Vector128
