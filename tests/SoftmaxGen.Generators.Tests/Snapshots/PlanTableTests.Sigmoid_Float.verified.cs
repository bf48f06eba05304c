heads
  1: vectors, single output
  2..1048576: vectors
rows in Vector512
  1..16: none
  17..64: Straight
  65..1048576: Looped
rests in Vector512
  1: none
  2..4: Vector128
  5..16: Vector256
  17..1048576: Vector512
rows in Vector256
  1..4: none
  5..7: Joined
  8..32: Straight
  33..1048576: Looped
rests in Vector256
  1: none
  2..4: Vector128
  5..1048576: Vector256
rows in Vector128
  1: none
  2..3: Filled
  4..16: Straight
  17..1048576: Looped
rests in Vector128
  1: none
  2..1048576: Vector128
