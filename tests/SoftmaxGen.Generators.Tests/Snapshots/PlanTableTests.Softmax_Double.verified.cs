heads
  2..4: Division, sample whole rows
  5..1024: Reciprocal, sample whole rows
  1025..1048576: Reciprocal, sample 128
rows without vectors
  2..8: Straight
  9..1048576: Looped
rows in Vector512
  2..8: none
  9..32: Straight
  33..64: Straight, groups
  65..1048576: Looped, groups
batches in Vector512
  2: Tiled, stages, selects, rest in Vector128
  3..8: Tiled, stages, selects, rest in Vector256
  9..12: Tiled, stages, rest in Vector512
  13..28: Tiled, rest in Vector512
  29..32: InPasses, rest in Vector512
  33..256: InPasses, groups, rest in Vector512
  257..1048576: RowByRow, groups, rest in Vector512
rows in Vector256
  2: none
  3: Joined
  4..32: Straight
  33..63: Looped, groups, own methods
  64: Looped, groups
  65..95: Looped, groups, own methods
  96: Looped, groups
  97..127: Looped, groups, own methods
  128: Looped, groups
  129..255: Looped, groups, own methods
  256: Looped, groups
  257..1023: Looped, groups, own methods
  1024: Looped, groups
  1025..1048575: Looped, groups, own methods
  1048576: Looped, groups
batches in Vector256
  2: Tiled, stages, selects, rest in Vector128
  3..4: Tiled, stages, selects, rest in Vector256
  5..8: Tiled, selects, rest in Vector256
  9..28: Tiled, rest in Vector256
  29..32: InPasses, rest in Vector256
  33..256: InPasses, groups, rest in Vector256
  257..1048576: RowByRow, groups, rest in Vector256
rows in Vector128
  2..32: Straight
  33..48: Looped, groups, own methods
  49..63: Looped, groups, own methods, own logarithm
  64..80: Looped, groups, own methods
  81..95: Looped, groups, own methods, own logarithm
  96..112: Looped, groups, own methods
  113..127: Looped, groups, own methods, own logarithm
  128..130: Looped, groups, own methods
  255: Looped, groups, own methods, own logarithm
  256..257: Looped, groups, own methods
  1023: Looped, groups, own methods, own logarithm
  1024..1025: Looped, groups, own methods
  1048575: Looped, groups, own methods, own logarithm
  1048576: Looped, groups, own methods
batches in Vector128
  2..4: Tiled, stages, selects, rest in Vector128
  5..8: Tiled, selects, rest in Vector128
  9..24: Tiled, rest in Vector128
  25..32: InPasses, rest in Vector128
  33..256: InPasses, groups, rest in Vector128
  257..1048576: RowByRow, groups, rest in Vector128
