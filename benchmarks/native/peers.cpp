// The C interface: a sweep runs one operation over all rows, so that what it costs to call native code is paid once.
#include "kernels.h"

namespace {

using peers::Kernels;

// The order is that of the enumerations in the C# project.
enum Variant : int32_t { LibraryExp, PolynomialExp, RowParallel };
enum Operation : int32_t { SoftmaxRow, CrossEntropyRow, GradientRow, SoftmaxBatch, CrossEntropyBatch, GradientBatch };

Kernels find(int32_t variant, int32_t classes) {
    switch (variant) {
        case LibraryExp: return peers::library_exp_kernels(classes);
        case PolynomialExp: return peers::polynomial_exp_kernels(classes);
        case RowParallel: return peers::row_parallel_kernels(classes);
        default: return {};
    }
}

}  // namespace

/// One sweep over all rows. `values` receives probabilities or gradients, `losses` the loss of each row or, for a batch,
/// their mean in its first element. Returns 0, and does nothing, where the variant has no such kernel.
extern "C" __attribute__((visibility("default"))) int32_t peers_sweep(int32_t variant, int32_t operation,
                                                                     int32_t classes, int64_t rows,
                                                                     const float* logits, const int32_t* labels,
                                                                     float* values, float* losses) {
    const Kernels kernels = find(variant, classes);
    switch (operation) {
        case SoftmaxRow:
            if (!kernels.softmax_row) return 0;
            for (int64_t row = 0; row < rows; row++)
                kernels.softmax_row(logits + row * classes, values + row * classes);
            return 1;
        case CrossEntropyRow:
            if (!kernels.cross_entropy_row) return 0;
            for (int64_t row = 0; row < rows; row++)
                losses[row] = kernels.cross_entropy_row(logits + row * classes, labels[row]);
            return 1;
        case GradientRow:
            if (!kernels.gradient_row) return 0;
            for (int64_t row = 0; row < rows; row++)
                losses[row] = kernels.gradient_row(logits + row * classes, labels[row], values + row * classes);
            return 1;
        case SoftmaxBatch:
            if (!kernels.softmax_batch) return 0;
            kernels.softmax_batch(logits, values, rows);
            return 1;
        case CrossEntropyBatch:
            if (!kernels.cross_entropy_batch) return 0;
            losses[0] = kernels.cross_entropy_batch(logits, labels, rows);
            return 1;
        case GradientBatch:
            if (!kernels.gradient_batch) return 0;
            losses[0] = kernels.gradient_batch(logits, labels, values, rows);
            return 1;
        default: return 0;
    }
}
