// What every peer offers: six operations for one class count that is known when it is compiled.
#pragma once
#include <cstdint>
#include <utility>

// A kernel is a call: the compiler may not inline it into the sweep over rows, nor specialize it for the caller.
#ifdef __clang__
#define KERNEL __attribute__((noinline))
#else
#define KERNEL __attribute__((noipa))
#endif
#define INLINE inline __attribute__((always_inline))

namespace peers {

/// Rows are contiguous, inputs and outputs apart. A kernel that a peer does not have is null.
struct Kernels {
    void (*softmax_row)(const float* logits, float* probabilities);
    float (*cross_entropy_row)(const float* logits, int32_t label);
    /// The loss; writes its gradient.
    float (*gradient_row)(const float* logits, int32_t label, float* gradient);
    void (*softmax_batch)(const float* logits, float* probabilities, int64_t rows);
    /// The mean loss.
    float (*cross_entropy_batch)(const float* logits, const int32_t* labels, int64_t rows);
    /// The mean loss; writes its gradient.
    float (*gradient_batch)(const float* logits, const int32_t* labels, float* gradients, int64_t rows);
};

using ClassCounts = std::integer_sequence<int, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 26, 32, 48, 64, 100, 128, 256,
                                          512, 1000, 32000, 128256>;
using SmallClassCounts = std::integer_sequence<int, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 26, 32>;

/// The kernels of Peer<classes>, or none where the class count is not among Counts.
template <template <int> class Peer, int... Counts>
Kernels kernels_of(int classes, std::integer_sequence<int, Counts...>) {
    Kernels found{};
    (void)((Counts == classes && (found = Peer<Counts>::kernels(), true)) || ...);
    return found;
}

// The variants; each is a translation unit of its own, so that they are compiled side by side.
Kernels library_exp_kernels(int classes);
Kernels polynomial_exp_kernels(int classes);
Kernels row_parallel_kernels(int classes);

}  // namespace peers
