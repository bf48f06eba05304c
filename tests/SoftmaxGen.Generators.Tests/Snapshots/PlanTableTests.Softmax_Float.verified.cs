heads
  2..7: Division, sample whole rows
  8..1024: Reciprocal, sample whole rows
  1025..1048576: Reciprocal, sample 128
rows without vectors
  2..8: Straight
  9..1048576: Looped
rows in Vector512
  2..16: none
  17..64: Straight, groups, widened
  65..1048576: Looped, groups, widened
batches in Vector512
  2: Tiled, units of 2, stages, selects, rest in Vector128
  3: Tiled, units of 1, stages, selects, rest in Vector128
  4: Tiled, units of 4, stages, selects, rest in Vector128
  5: Tiled, units of 1, stages, selects, rest in Vector256
  6: Tiled, units of 2, stages, selects, rest in Vector256
  7: Tiled, stages, selects, rest in Vector256
  8: Tiled, units of 4, stages, selects, rest in Vector256
  9: Tiled, stages, rest in Vector256
  10: Tiled, units of 2, stages, rest in Vector256
  11: Tiled, stages, rest in Vector256
  12: Tiled, units of 4, stages, rest in Vector256
  13..16: InPasses, rest in Vector256
  17..28: Tiled, groups, widened, rest in Vector512
  29..256: InPasses, groups, widened, rest in Vector512
  257..1048576: RowByRow, groups, widened, rest in Vector512
rows in Vector256
  2..4: none
  5..7: Joined
  8..16: Straight
  17..64: Straight, groups, widened
  65..1048576: Looped, groups, widened
batches in Vector256
  2: Tiled, units of 2, stages, selects, rest in Vector128
  3: Tiled, units of 1, stages, selects, rest in Vector128
  4: Tiled, units of 4, stages, selects, rest in Vector128
  5..8: Tiled, selects, rest in Vector256
  9..16: Tiled, rest in Vector256
  17..28: Tiled, groups, widened, rest in Vector256
  29..256: InPasses, groups, widened, rest in Vector256
  257..1048576: RowByRow, groups, widened, rest in Vector256
rows in Vector128
  2..3: Filled
  4..16: Straight
  17..32: Straight, groups, widened
  33..63: Looped, groups, widened, own methods
  64: Looped, groups, widened
  65..95: Looped, groups, widened, own methods
  96: Looped, groups, widened
  97..127: Looped, groups, widened, own methods
  128: Looped, groups, widened
  129..255: Looped, groups, widened, own methods
  256: Looped, groups, widened
  257..1023: Looped, groups, widened, own methods
  1024: Looped, groups, widened
  1025..1048575: Looped, groups, widened, own methods
  1048576: Looped, groups, widened
batches in Vector128
  2: Tiled, units of 2, stages, selects, rest in Vector128
  3: Tiled, units of 1, stages, selects, rest in Vector128
  4: Tiled, units of 4, stages, selects, rest in Vector128
  5..8: Tiled, selects, rest in Vector128
  9..16: Tiled, rest in Vector128
  17..24: Tiled, groups, widened, rest in Vector128
  25..256: InPasses, groups, widened, rest in Vector128
  257..1048576: RowByRow, groups, widened, rest in Vector128
