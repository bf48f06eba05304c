// What the machine can do at best. Compiled without -ffast-math, which would take the rounding constant apart.
#include <cstdint>
#include <immintrin.h>

#include "kernels.h"

namespace {

// n = round(x log2 e) is left in the lowest bits by adding 1.5 * 2^23; the bias of a float's exponent comes with it.
constexpr float RoundToExponent = 12582912.0f + 127.0f;
constexpr float Log2E = 1.44269504f;
constexpr float Ln2High = 0.693147182f;
constexpr float Ln2Low = -1.90465421e-9f;
constexpr float C6 = 0.00137824775f, C5 = 0.00836867094f, C4 = 0.041668963f, C3 = 0.166665211f, C2 = 0.49999991f;

#ifdef __AVX512F__
struct Vector {
    static constexpr int Lanes = 16;
    using Type = __m512;
    static INLINE Type of(float x) { return _mm512_set1_ps(x); }
    static INLINE Type load(const float* x) { return _mm512_load_ps(x); }
    static INLINE void store(float* x, Type v) { _mm512_store_ps(x, v); }
    static INLINE Type fma(Type a, Type b, Type c) { return _mm512_fmadd_ps(a, b, c); }
    static INLINE Type minus_product(Type a, Type b, Type c) { return _mm512_fnmadd_ps(a, b, c); }
    static INLINE Type minus(Type a, Type b) { return _mm512_sub_ps(a, b); }
    static INLINE Type scale(Type p, Type n, Type) { return _mm512_scalef_ps(p, n); }
};
#else
struct Vector {
    static constexpr int Lanes = 8;
    using Type = __m256;
    static INLINE Type of(float x) { return _mm256_set1_ps(x); }
    static INLINE Type load(const float* x) { return _mm256_load_ps(x); }
    static INLINE void store(float* x, Type v) { _mm256_store_ps(x, v); }
    static INLINE Type fma(Type a, Type b, Type c) { return _mm256_fmadd_ps(a, b, c); }
    static INLINE Type minus_product(Type a, Type b, Type c) { return _mm256_fnmadd_ps(a, b, c); }
    static INLINE Type minus(Type a, Type b) { return _mm256_sub_ps(a, b); }
    // The biased exponent stands in the lowest bits of `rounded`: shifted into place, it is 2^n.
    static INLINE Type scale(Type p, Type, Type rounded) {
        return _mm256_mul_ps(p, _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_castps_si256(rounded), 23)));
    }
};
#endif

/// e^x within 1 ULP, for every x whose e^x is a normal float.
INLINE Vector::Type exp(Vector::Type x) {
    const auto rounded = Vector::fma(x, Vector::of(Log2E), Vector::of(RoundToExponent));
    const auto n = Vector::minus(rounded, Vector::of(RoundToExponent));
    auto r = Vector::minus_product(n, Vector::of(Ln2High), x);
    r = Vector::minus_product(n, Vector::of(Ln2Low), r);
    auto p = Vector::fma(Vector::of(C6), r, Vector::of(C5));
    p = Vector::fma(p, r, Vector::of(C4));
    p = Vector::fma(p, r, Vector::of(C3));
    p = Vector::fma(p, r, Vector::of(C2));
    p = Vector::fma(p, r, Vector::of(1.0f));
    p = Vector::fma(p, r, Vector::of(1.0f));
    return Vector::scale(p, n, rounded);
}

}  // namespace

#define API extern "C" __attribute__((visibility("default")))

/// The roofline: nothing but exp, four vectors a turn. Both pointers are aligned to 64 bytes; elements beyond the last
/// whole turn are left alone.
API KERNEL void limits_exp(const float* x, float* y, int64_t count) {
    constexpr int L = Vector::Lanes;
    for (int64_t i = 0; i + 4 * L <= count; i += 4 * L) {
        const auto a = exp(Vector::load(x + i));
        const auto b = exp(Vector::load(x + i + L));
        const auto c = exp(Vector::load(x + i + 2 * L));
        const auto d = exp(Vector::load(x + i + 3 * L));
        Vector::store(y + i, a);
        Vector::store(y + i + L, b);
        Vector::store(y + i + 2 * L, c);
        Vector::store(y + i + 3 * L, d);
    }
}

/// A copy with ordinary loads and stores, as a kernel makes them: no store goes past the caches.
API KERNEL void limits_copy(const float* x, float* y, int64_t count) {
    constexpr int L = Vector::Lanes;
    for (int64_t i = 0; i + 4 * L <= count; i += 4 * L) {
        const auto a = Vector::load(x + i);
        const auto b = Vector::load(x + i + L);
        const auto c = Vector::load(x + i + 2 * L);
        const auto d = Vector::load(x + i + 3 * L);
        Vector::store(y + i, a);
        Vector::store(y + i + L, b);
        Vector::store(y + i + 2 * L, c);
        Vector::store(y + i + 3 * L, d);
    }
}
