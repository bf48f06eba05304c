// Rows across the lanes: 16 rows are transposed, so that one class of all of them fills vectors, and no lane is wasted
// however few classes there are. What is left over is done row by row.
#include "fixed_count.h"
#include "polynomial_exp.h"

namespace peers {
namespace {

constexpr int Rows = 16;

template <int C>
class RowParallel {
    using OneRow = FixedCount<C, PolynomialExp>;

    /// The terms exp(z - max) of 16 rows, by class.
    struct Tile {
        alignas(64) float terms[C][Rows];
    };

    using EightRows = float __attribute__((vector_size(32)));

    static INLINE EightRows column(const float* z) {
        return EightRows{z[0], z[C], z[2 * C], z[3 * C], z[4 * C], z[5 * C], z[6 * C], z[7 * C]};
    }

    // Every inner loop runs over the 16 rows, and becomes straight vector code.
    static INLINE void load(const float* __restrict logits, Tile& __restrict tile, float* __restrict max,
                            float* __restrict sum) {
        for (int c = 0; c < C; c++) {
            *reinterpret_cast<EightRows*>(&tile.terms[c][0]) = column(logits + c);
            *reinterpret_cast<EightRows*>(&tile.terms[c][8]) = column(logits + 8 * C + c);
        }

        for (int r = 0; r < Rows; r++) max[r] = tile.terms[0][r];
        for (int c = 1; c < C; c++)
            for (int r = 0; r < Rows; r++) max[r] = tile.terms[c][r] > max[r] ? tile.terms[c][r] : max[r];
        for (int r = 0; r < Rows; r++) sum[r] = 0;
        for (int c = 0; c < C; c++)
            for (int r = 0; r < Rows; r++) {
                const float term = PolynomialExp::exp(tile.terms[c][r] - max[r]);
                tile.terms[c][r] = term;
                sum[r] += term;
            }
    }

    /// Writes weight * softmax, row by row again.
    static INLINE void store(const Tile& __restrict tile, const float* __restrict sum, float weight,
                             float* __restrict rows) {
        float scale[Rows];
        for (int r = 0; r < Rows; r++) scale[r] = weight / sum[r];
        for (int r = 0; r < Rows; r++)
            for (int c = 0; c < C; c++) rows[r * C + c] = tile.terms[c][r] * scale[r];
    }

    static KERNEL void softmax_batch(const float* __restrict logits, float* __restrict probabilities, int64_t rows) {
        Tile tile;
        float max[Rows], sum[Rows];
        int64_t row = 0;
        for (; row + Rows <= rows; row += Rows) {
            load(logits + row * C, tile, max, sum);
            store(tile, sum, 1.0f, probabilities + row * C);
        }
        for (; row < rows; row++) OneRow::softmax_row(logits + row * C, probabilities + row * C);
    }

    static KERNEL float cross_entropy_batch(const float* __restrict logits, const int32_t* __restrict labels,
                                           int64_t rows) {
        Tile tile;
        Chunk chunk;
        float total = 0;
        int64_t row = 0;
        while (row + Rows <= rows) {
            const float* __restrict z = logits + row * C;
            int count = 0;
            for (; count < RowsPerChunk && row + count + Rows <= rows; count += Rows)
                load(z + count * C, tile, chunk.max + count, chunk.sum + count);
            total += chunk.total_loss<C>(z, labels + row, count);
            row += count;
        }
        for (; row < rows; row++) total += OneRow::cross_entropy_row(logits + row * C, labels[row]);
        return total / static_cast<float>(rows);
    }

    static KERNEL float gradient_batch(const float* __restrict logits, const int32_t* __restrict labels,
                                      float* __restrict gradients, int64_t rows) {
        const float weight = 1.0f / static_cast<float>(rows);
        Tile tile;
        Chunk chunk;
        float total = 0;
        int64_t row = 0;
        while (row + Rows <= rows) {
            const float* __restrict z = logits + row * C;
            float* __restrict gradient = gradients + row * C;
            int count = 0;
            for (; count < RowsPerChunk && row + count + Rows <= rows; count += Rows) {
                load(z + count * C, tile, chunk.max + count, chunk.sum + count);
                store(tile, chunk.sum + count, weight, gradient + count * C);
            }
            for (int r = 0; r < count; r++) gradient[r * C + labels[row + r]] -= weight;
            total += chunk.total_loss<C>(z, labels + row, count);
            row += count;
        }
        for (; row < rows; row++) {
            total += OneRow::gradient_row(logits + row * C, labels[row], gradients + row * C);
            for (int c = 0; c < C; c++) gradients[row * C + c] *= weight;
        }
        return total * weight;
    }

public:
    static Kernels kernels() { return {nullptr, nullptr, nullptr, softmax_batch, cross_entropy_batch, gradient_batch}; }
};

}  // namespace

Kernels row_parallel_kernels(int classes) { return kernels_of<RowParallel>(classes, SmallClassCounts{}); }

}  // namespace peers
