// The textbook kernels, one row after the other, with the class count as a template parameter: the compiler knows every
// trip count, unrolls and vectorizes as it sees fit.
#pragma once
#include <algorithm>
#include <cmath>

#include "kernels.h"
#include "losses.h"

namespace peers {

template <int C, class Exp>
struct FixedCount {
    static KERNEL void softmax_row(const float* logits, float* probabilities) { softmax(logits, probabilities); }

    static KERNEL float cross_entropy_row(const float* logits, int32_t label) { return cross_entropy(logits, label); }

    static KERNEL float gradient_row(const float* logits, int32_t label, float* values) {
        return gradient(logits, label, 1.0f, values);
    }

    static KERNEL void softmax_batch(const float* __restrict logits, float* __restrict probabilities, int64_t rows) {
        for (int64_t row = 0; row < rows; row++) softmax(logits + row * C, probabilities + row * C);
    }

    static KERNEL float cross_entropy_batch(const float* __restrict logits, const int32_t* __restrict labels,
                                           int64_t rows) {
        Chunk chunk;
        float total = 0;
        for (int64_t first = 0; first < rows; first += RowsPerChunk) {
            const int count = static_cast<int>(std::min<int64_t>(RowsPerChunk, rows - first));
            const float* __restrict z = logits + first * C;
            for (int row = 0; row < count; row++) {
                const float max = max_of_row(z + row * C);
                chunk.max[row] = max;
                chunk.sum[row] = sum_of_row(z + row * C, max);
            }
            total += chunk.total_loss<C>(z, labels + first, count);
        }
        return total / static_cast<float>(rows);
    }

    static KERNEL float gradient_batch(const float* __restrict logits, const int32_t* __restrict labels,
                                      float* __restrict gradients, int64_t rows) {
        const float weight = 1.0f / static_cast<float>(rows);
        float total = 0;
        for (int64_t row = 0; row < rows; row++)
            total += gradient(logits + row * C, labels[row], weight, gradients + row * C);
        return total * weight;
    }

    static Kernels kernels() {
        return {softmax_row, cross_entropy_row, gradient_row, softmax_batch, cross_entropy_batch, gradient_batch};
    }

private:
    static INLINE float max_of_row(const float* __restrict logits) {
        float max = logits[0];
        for (int c = 1; c < C; c++) max = logits[c] > max ? logits[c] : max;
        return max;
    }

    static INLINE float sum_of_row(const float* __restrict logits, float max) {
        float sum = 0;
        for (int c = 0; c < C; c++) sum += Exp::exp(logits[c] - max);
        return sum;
    }

    /// Writes the terms exp(z - max), and returns their sum.
    static INLINE float terms_of_row(const float* __restrict logits, float max, float* __restrict terms) {
        float sum = 0;
        for (int c = 0; c < C; c++) {
            const float term = Exp::exp(logits[c] - max);
            terms[c] = term;
            sum += term;
        }
        return sum;
    }

    static INLINE void softmax(const float* __restrict logits, float* __restrict probabilities) {
        const float scale = 1.0f / terms_of_row(logits, max_of_row(logits), probabilities);
        for (int c = 0; c < C; c++) probabilities[c] *= scale;
    }

    static INLINE float cross_entropy(const float* __restrict logits, int32_t label) {
        const float max = max_of_row(logits);
        return std::log(sum_of_row(logits, max)) + (max - logits[label]);
    }

    /// The loss; writes weight times its gradient.
    static INLINE float gradient(const float* __restrict logits, int32_t label, float weight, float* __restrict values) {
        const float max = max_of_row(logits);
        const float sum = terms_of_row(logits, max, values);
        const float scale = weight / sum;
        for (int c = 0; c < C; c++) values[c] *= scale;
        values[label] -= weight;
        return std::log(sum) + (max - logits[label]);
    }
};

}  // namespace peers
