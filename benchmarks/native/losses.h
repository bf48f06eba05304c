// Losses from what the rows leave: log(sum) + (max - logit of the label). Kernels collect the sums and the largest logits
// of many rows first, so that the logarithms are taken in vectors.
#pragma once
#include <cmath>

#include "kernels.h"

namespace peers {

constexpr int RowsPerChunk = 256;

struct Chunk {
    alignas(64) float max[RowsPerChunk];
    alignas(64) float sum[RowsPerChunk];

    /// The sum of the losses of the first `rows` rows of the chunk.
    template <int C>
    INLINE float total_loss(const float* __restrict logits, const int32_t* __restrict labels, int rows) const {
        float total = 0;
        for (int row = 0; row < rows; row++) total += std::log(sum[row]) + (max[row] - logits[row * C + labels[row]]);
        return total;
    }
};

}  // namespace peers
