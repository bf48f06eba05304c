+         /// z are the logits over the temperature 2.5.
-         /// -infinity.
+         /// -infinity. z are the logits over the temperature 2.5.
+         /// <remarks>z are the logits over the temperature 2.5.</remarks>
-         /// +infinity.
+         /// +infinity. z are the logits over the temperature 2.5.
-         /// <remarks>A target of 0 adds 0, even for a masked class.</remarks>
+         /// <remarks>A target of 0 adds 0, even for a masked class. z are the logits over the temperature 2.5.</remarks>
-             global::SoftmaxGen.Generated.Classes4.CrossEntropyFromProbabilities(probabilities, label, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyFromProbabilities(
+                 probabilities,
+                 label,
+                 "EnemyBrain"
+             );
-             global::SoftmaxGen.Generated.Classes4.CrossEntropyFromProbabilities(probabilities, target, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyFromProbabilities(
+                 probabilities,
+                 target,
+                 "EnemyBrain"
+             );
-         /// The cross-entropy of a label, and its gradient with respect to the logits: p[i] - 1 for the label, p[i]
-         /// elsewhere.
+         /// The cross-entropy of a label, and its gradient with respect to the logits, over the temperature: p[i] - 1
+         /// for the label, p[i] elsewhere.
-         /// <remarks>Within 8 ULP (10 at worst), also where p of the label is almost 1.</remarks>
+         /// <remarks>
+         /// Within 8 ULP (10 at worst), also where p of the label is almost 1. z are the logits over the temperature
+         /// 2.5.
+         /// </remarks>
-             global::SoftmaxGen.Generated.Classes4.CrossEntropyGradient(logits, label, gradient, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyGradient(
+                 logits,
+                 label,
+                 gradient,
+                 "EnemyBrain"
+             );
-         /// The cross-entropy of a target distribution, and its gradient with respect to the logits: p[i] sum(target) -
-         /// target[i].
+         /// The cross-entropy of a target distribution, and its gradient with respect to the logits, over the
+         /// temperature: p[i] sum(target) - target[i].
+         /// <remarks>z are the logits over the temperature 2.5.</remarks>
-             global::SoftmaxGen.Generated.Classes4.CrossEntropyGradient(logits, target, gradient, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyGradient(
+                 logits,
+                 target,
+                 gradient,
+                 "EnemyBrain"
+             );
-         /// <summary>Takes a gradient back through softmax: p[i] (upstream[i] - sum of p[j] upstream[j]).</summary>
+         /// <summary>
+         /// Takes a gradient back through softmax: p[i] (upstream[i] - sum of p[j] upstream[j]), over the temperature.
+         /// </summary>
-             global::SoftmaxGen.Generated.Classes4.SoftmaxGradient(probabilities, upstream, gradient, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.SoftmaxGradient(
+                 probabilities,
+                 upstream,
+                 gradient,
+                 "EnemyBrain"
+             );
-             global::SoftmaxGen.Generated.Classes4.CrossEntropyBatch(logits, labels, reduction, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyBatch(
+                 logits,
+                 labels,
+                 reduction,
+                 "EnemyBrain"
+             );
-             global::SoftmaxGen.Generated.Classes4.CrossEntropyBatch(logits, targets, reduction, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyBatch(
+                 logits,
+                 targets,
+                 reduction,
+                 "EnemyBrain"
+             );
-             global::SoftmaxGen.Generated.Classes4.CrossEntropyBatch(logits, targets, losses, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyBatch(
+                 logits,
+                 targets,
+                 losses,
+                 "EnemyBrain"
+             );
+ // The temperature 2.5 divides the logits.
+     using BitConverter = global::System.BitConverter;
-     using Reference128 = global::SoftmaxGen.Generated.Floats.Reference128;
-     using Reference256 = global::SoftmaxGen.Generated.Floats.Reference256;
-     using Reference512 = global::SoftmaxGen.Generated.Floats.Reference512;
+
+         // The temperature 2.5 divides the logits.
+         private const float InverseTemperature = 0.4f;
+
+         // Gaps between logits are taken at a power of two, so that nothing overflows before the result
+         // does, and are brought to their size over the temperature in the end.
+         private const float GapScale = 0.25f;
+         private const float GapFactor = 1.6f;
+
+         // 2 over the temperature in two parts: a power of two, which rounds no probability, and a part of at most 1.
+         private const float ProbabilityScale = 2f;
+         private const float UpstreamScale = 0.4f;
+
+         // e^r = 1 + r + c2 r^2 + ... + c6 r^6 for |r| <= ln 2 / 2: minimax in float coefficients, by Sollya's
+         // fpminimax. Within 0.73 ULP over every float of the range.
+         // e^(r / T): the powers of the temperature T are part of the coefficients.
+         internal const float ExpC1 = 0.4f;
+         internal const float ExpC2 = 0.079999986f;
+         internal const float ExpC3 = 0.0106665735f;
+         internal const float ExpC4 = 0.0010667255f;
+         internal const float ExpC5 = 8.569519E-05f;
+         internal const float ExpC6 = 5.6453028E-06f;
+         // log2 e / T, and T ln 2 in two parts.
+         internal const float ScaledLog2E = 0.57707802f;
+         internal const float ScaledLn2High = 1.7328678f;
+         internal const float ScaledLn2Low = 1.1444765E-07f;
+
+         // A term below e^-132.39 is too small for any result: there the bits of its exponent are 0, and
+         // so is the term. Here and below, times the temperature.
+         internal const float LowestExponent = 330.975f;
+
+         // From here on the logits are taken relative to the largest one, which is exact there.
+         internal const float LargeLogit = 640f;
+
+         internal const double ScaledLog2EDouble = 0.5770780163555853;
+         internal const double ScaledLn2Double = 1.7328679513998633;
+
-             var top = max;
-             if (Math.Abs(Vector128.ToScalar(max)) >= LargeLogit)
+             var shift = LargeOf(max);
+             var top = max - shift;
-             {
-                 z -= max;
-                 top -= max;
-             }
-
-             var e = Exp(z, row);
+             var e = Exp(z - shift, row);
-             Vector128.StoreUnsafe(z - top - log, ref logProbabilities);
+             var scaledMax = max * Vector128.Create(GapScale);
+             Vector128.StoreUnsafe(
+                 MultiplyAdd(MultiplyAdd(z, Vector128.Create(GapScale), -scaledMax), Vector128.Create(GapFactor), -log),
+                 ref logProbabilities
+             );
-                 logProbabilities[i] = (float)((double)logits[i] - max - log);
+                 logProbabilities[i] = (float)((((double)logits[i] - max) * InverseTemperature) - log);
-             return largest == float.NegativeInfinity && IsMasked(logits) ? largest : largest + logOfSum;
+             return largest == float.NegativeInfinity && IsMasked(logits) ? largest : (largest * InverseTemperature)
+                 + logOfSum;
-             return largest - Unsafe.Add(ref logits, label) + log;
+             return LossOf(largest, Unsafe.Add(ref logits, label), log);
-             return largest - logits[label] + log;
+             return LossOf(largest, logits[label], log);
-             // Halves: max - z may be more than a float can hold where the loss is not.
-             var halfMax = max * Vector128.Create(0.5f);
+             // Scaled: max - z may be more than a float can hold where the loss is not.
+             var scaledMax = max * Vector128.Create(GapScale);
-             var loss = Weighted(t, MultiplyAdd(z, Vector128.Create(-0.5f), halfMax));
+             var loss = Weighted(t, MultiplyAdd(z, Vector128.Create(-GapScale), scaledMax));
-             var crossEntropy = MultiplyAdd(log, weights, losses + losses + Vector128<float>.Zero);
+             var crossEntropy = MultiplyAdd(log, weights, losses * Vector128.Create(GapFactor) + Vector128<float>.Zero);
-             var crossEntropy = losses + (log * weights);
+             var crossEntropy = (losses * InverseTemperature) + (log * weights);
-                 1f
+                 InverseTemperature
-             return Vector128.ToScalar(max) - logit + log;
+             return LossOf(Vector128.ToScalar(max), logit, log);
-             return (float)max - logit + (float)LogOnePlus(others + (max - max));
+             return LossOf((float)max, logit, (float)LogOnePlus(others + (max - max)));
-                 1f
+                 InverseTemperature
-             var halfMax = max * Vector128.Create(0.5f);
+             var scaledMax = max * Vector128.Create(GapScale);
-             var loss = Weighted(t, MultiplyAdd(z, Vector128.Create(-0.5f), halfMax));
+             var loss = Weighted(t, MultiplyAdd(z, Vector128.Create(-GapScale), scaledMax));
-             var crossEntropy = MultiplyAdd(log, weights, losses + losses + Vector128<float>.Zero);
+             var crossEntropy = MultiplyAdd(log, weights, losses * Vector128.Create(GapFactor) + Vector128<float>.Zero);
-             var crossEntropy = losses + (log * weights);
+             var crossEntropy = (losses * InverseTemperature) + (log * weights);
-             Vector128.StoreUnsafe((p + p) * MultiplyAdd(g, Vector128.Create(0.5f), -halfDot), ref gradient);
+             Vector128.StoreUnsafe(
+                 (p * Vector128.Create(ProbabilityScale)) * (
+                     MultiplyAdd(g, Vector128.Create(0.5f), -halfDot) * Vector128.Create(UpstreamScale)
+                 ),
+                 ref gradient
+             );
-             gradient[0] = (float)(p0 * (g0 - dot));
-             gradient[1] = (float)(p1 * (g1 - dot));
-             gradient[2] = (float)(p2 * (g2 - dot));
-             gradient[3] = (float)(p3 * (g3 - dot));
+             gradient[0] = (float)(p0 * (g0 - dot) * InverseTemperature);
+             gradient[1] = (float)(p1 * (g1 - dot) * InverseTemperature);
+             gradient[2] = (float)(p2 * (g2 - dot) * InverseTemperature);
+             gradient[3] = (float)(p3 * (g3 - dot) * InverseTemperature);
-             var scale = reduction == Reduction.Mean ? 1f / rows : 1f;
+             var scale = reduction == Reduction.Mean ? InverseTemperature / rows : InverseTemperature;
-             var scale = reduction == Reduction.Mean ? 1f / rows : 1f;
+             var scale = reduction == Reduction.Mean ? InverseTemperature / rows : InverseTemperature;
-                 var y0 = z0 - max - log;
-                 var y1 = z1 - max - log;
-                 var y2 = z2 - max - log;
-                 var y3 = z3 - max - log;
+                 var scaledMax = max * Vector512.Create(GapScale);
+                 var y0 = Vector512.FusedMultiplyAdd(
+                     Vector512.FusedMultiplyAdd(z0, Vector512.Create(GapScale), -scaledMax),
+                     Vector512.Create(GapFactor),
+                     -log
+                 );
+                 var y1 = Vector512.FusedMultiplyAdd(
+                     Vector512.FusedMultiplyAdd(z1, Vector512.Create(GapScale), -scaledMax),
+                     Vector512.Create(GapFactor),
+                     -log
+                 );
+                 var y2 = Vector512.FusedMultiplyAdd(
+                     Vector512.FusedMultiplyAdd(z2, Vector512.Create(GapScale), -scaledMax),
+                     Vector512.Create(GapFactor),
+                     -log
+                 );
+                 var y3 = Vector512.FusedMultiplyAdd(
+                     Vector512.FusedMultiplyAdd(z3, Vector512.Create(GapScale), -scaledMax),
+                     Vector512.Create(GapFactor),
+                     -log
+                 );
-                 var loss = max - logit + LogOnePlus(others / largestTerm);
+                 var loss = LossOf(max, logit, LogOnePlus(others / largestTerm));
-                 var loss = max - logit + LogOnePlus(others / largestTerm);
+                 var loss = LossOf(max, logit, LogOnePlus(others / largestTerm));
+
+         /// <summary>What the exponentials of a row share, read from its largest logit.</summary>
+         internal struct Reference512
+         {
+             /// <summary>Where logits are cut off.</summary>
+             public Vector512<float> Floor;
+
+             /// <summary>
+             /// Adding it rounds to an integer, and leaves in the lowest bits the exponent of the scaled term.
+             /// </summary>
+             public Vector512<float> Rounder;
+
+             [MethodImpl(AggressiveInlining)]
+             public Reference512(Vector512<float> max)
+             {
+                 Floor = max - Vector512.Create(LowestExponent);
+                 Rounder = Vector512.FusedMultiplyAdd(
+                     max,
+                     Vector512.Create(-ScaledLog2E),
+                     Vector512.Create(RoundToExponent)
+                 );
+             }
+         }
+
+         /// <summary>
+         /// e^((z - max) / T), times a factor that is the same for the whole row. Within 1 ULP; NaN stays NaN.
+         /// </summary>
+         [MethodImpl(AggressiveInlining)]
+         internal static Vector512<float> Exp(Vector512<float> z, Reference512 row)
+         {
+             // x = n T ln 2 + r. The floor comes first: Max returns its second operand where one is NaN.
+             var x = Vector512.MaxNative(row.Floor, z);
+             var rounded = Vector512.FusedMultiplyAdd(x, Vector512.Create(ScaledLog2E), row.Rounder);
+             var n = rounded - row.Rounder;
+             var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-ScaledLn2High), x);
+             r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-ScaledLn2Low), r);
+             var scale = Vector512.AsSingle(Vector512.AsInt32(rounded) << 23);
+             return Vector512.FusedMultiplyAdd(ExpSlope(r), r * scale, scale);
+         }
+
+         /// <summary>(e^(r / T) - 1) / r for |r| &lt;= T ln 2 / 2.</summary>
+         [MethodImpl(AggressiveInlining)]
+         internal static Vector512<float> ExpSlope(Vector512<float> r)
+         {
+             var p = Vector512.FusedMultiplyAdd(Vector512.Create(ExpC6), r, Vector512.Create(ExpC5));
+             p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(ExpC4));
+             p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(ExpC3));
+             p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(ExpC2));
+             return Vector512.FusedMultiplyAdd(p, r, Vector512.Create(ExpC1));
+         }
+
+         /// <summary>
+         /// The loss of a label from the gap between the largest logit and its own, which itself may overflow.
+         /// </summary>
+         [MethodImpl(AggressiveInlining)]
+         private static Vector512<float> LossOf(Vector512<float> largest, Vector512<float> logit, Vector512<float> log)
+         {
+             var gap = (Vector512.Create(GapScale) * largest) - (Vector512.Create(GapScale) * logit);
+             return (gap * Vector512.Create(GapFactor)) + log;
+         }
-                 var y0 = z0 - max - log;
-                 var y1 = z1 - max - log;
-                 var y2 = z2 - max - log;
-                 var y3 = z3 - max - log;
+                 var scaledMax = max * Vector256.Create(GapScale);
+                 var y0 = Vector256.FusedMultiplyAdd(
+                     Vector256.FusedMultiplyAdd(z0, Vector256.Create(GapScale), -scaledMax),
+                     Vector256.Create(GapFactor),
+                     -log
+                 );
+                 var y1 = Vector256.FusedMultiplyAdd(
+                     Vector256.FusedMultiplyAdd(z1, Vector256.Create(GapScale), -scaledMax),
+                     Vector256.Create(GapFactor),
+                     -log
+                 );
+                 var y2 = Vector256.FusedMultiplyAdd(
+                     Vector256.FusedMultiplyAdd(z2, Vector256.Create(GapScale), -scaledMax),
+                     Vector256.Create(GapFactor),
+                     -log
+                 );
+                 var y3 = Vector256.FusedMultiplyAdd(
+                     Vector256.FusedMultiplyAdd(z3, Vector256.Create(GapScale), -scaledMax),
+                     Vector256.Create(GapFactor),
+                     -log
+                 );
-                 var loss = max - logit + LogOnePlus(others / largestTerm);
+                 var loss = LossOf(max, logit, LogOnePlus(others / largestTerm));
-                 var loss = max - logit + LogOnePlus(others / largestTerm);
+                 var loss = LossOf(max, logit, LogOnePlus(others / largestTerm));
+
+         internal struct Reference256
+         {
+             public Vector256<float> Floor;
+
+             public Vector256<float> Rounder;
+
+             [MethodImpl(AggressiveInlining)]
+             public Reference256(Vector256<float> max)
+             {
+                 Floor = max - Vector256.Create(LowestExponent);
+                 Rounder = Vector256.FusedMultiplyAdd(
+                     max,
+                     Vector256.Create(-ScaledLog2E),
+                     Vector256.Create(RoundToExponent)
+                 );
+             }
+         }
+
+         [MethodImpl(AggressiveInlining)]
+         internal static Vector256<float> Exp(Vector256<float> z, Reference256 row)
+         {
+             var x = Vector256.MaxNative(row.Floor, z);
+             var rounded = Vector256.FusedMultiplyAdd(x, Vector256.Create(ScaledLog2E), row.Rounder);
+             var n = rounded - row.Rounder;
+             var r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-ScaledLn2High), x);
+             r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-ScaledLn2Low), r);
+             var scale = Vector256.AsSingle(Vector256.AsInt32(rounded) << 23);
+             return Vector256.FusedMultiplyAdd(ExpSlope(r), r * scale, scale);
+         }
+
+         [MethodImpl(AggressiveInlining)]
+         internal static Vector256<float> ExpSlope(Vector256<float> r)
+         {
+             var p = Vector256.FusedMultiplyAdd(Vector256.Create(ExpC6), r, Vector256.Create(ExpC5));
+             p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(ExpC4));
+             p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(ExpC3));
+             p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(ExpC2));
+             return Vector256.FusedMultiplyAdd(p, r, Vector256.Create(ExpC1));
+         }
+
+         [MethodImpl(AggressiveInlining)]
+         private static Vector256<float> LossOf(Vector256<float> largest, Vector256<float> logit, Vector256<float> log)
+         {
+             var gap = (Vector256.Create(GapScale) * largest) - (Vector256.Create(GapScale) * logit);
+             return (gap * Vector256.Create(GapFactor)) + log;
+         }
-                 var y0 = z0 - max - log;
-                 var y1 = z1 - max - log;
-                 var y2 = z2 - max - log;
-                 var y3 = z3 - max - log;
+                 var scaledMax = max * Vector128.Create(GapScale);
+                 var y0 = MultiplyAdd(
+                     MultiplyAdd(z0, Vector128.Create(GapScale), -scaledMax),
+                     Vector128.Create(GapFactor),
+                     -log
+                 );
+                 var y1 = MultiplyAdd(
+                     MultiplyAdd(z1, Vector128.Create(GapScale), -scaledMax),
+                     Vector128.Create(GapFactor),
+                     -log
+                 );
+                 var y2 = MultiplyAdd(
+                     MultiplyAdd(z2, Vector128.Create(GapScale), -scaledMax),
+                     Vector128.Create(GapFactor),
+                     -log
+                 );
+                 var y3 = MultiplyAdd(
+                     MultiplyAdd(z3, Vector128.Create(GapScale), -scaledMax),
+                     Vector128.Create(GapFactor),
+                     -log
+                 );
-                 var loss = max - logit + LogOnePlus(others / largestTerm);
+                 var loss = LossOf(max, logit, LogOnePlus(others / largestTerm));
-                 var loss = max - logit + LogOnePlus(others / largestTerm);
+                 var loss = LossOf(max, logit, LogOnePlus(others / largestTerm));
+         }
+
+         internal struct Reference128
+         {
+             public Vector128<float> Floor;
+
+             public Vector128<float> Rounder;
+
+             [MethodImpl(AggressiveInlining)]
+             public Reference128(Vector128<float> max)
+             {
+                 Floor = max - Vector128.Create(LowestExponent);
+                 Rounder = MultiplyAdd(max, Vector128.Create(-ScaledLog2E), Vector128.Create(RoundToExponent));
+             }
+         }
+
+         [MethodImpl(AggressiveInlining)]
+         internal static Vector128<float> Exp(Vector128<float> z, Reference128 row)
+         {
+             var x = Vector128.MaxNative(row.Floor, z);
+             var rounded = MultiplyAdd(x, Vector128.Create(ScaledLog2E), row.Rounder);
+             var n = rounded - row.Rounder;
+             var r = MultiplyAdd(n, Vector128.Create(-ScaledLn2High), x);
+             r = MultiplyAdd(n, Vector128.Create(-ScaledLn2Low), r);
+             var scale = Vector128.AsSingle(Vector128.AsInt32(rounded) << 23);
+             return MultiplyAdd(ExpSlope(r), r * scale, scale);
+         }
+
+         [MethodImpl(AggressiveInlining)]
+         internal static Vector128<float> ExpSlope(Vector128<float> r)
+         {
+             var p = MultiplyAdd(Vector128.Create(ExpC6), r, Vector128.Create(ExpC5));
+             p = MultiplyAdd(p, r, Vector128.Create(ExpC4));
+             p = MultiplyAdd(p, r, Vector128.Create(ExpC3));
+             p = MultiplyAdd(p, r, Vector128.Create(ExpC2));
+             return MultiplyAdd(p, r, Vector128.Create(ExpC1));
+         }
+
+         /// <summary>The largest logit where it is so large that it is taken off the others first, else 0.</summary>
+         [MethodImpl(AggressiveInlining)]
+         internal static Vector128<float> LargeOf(Vector128<float> max) =>
+             max & Vector128.GreaterThanOrEqual(Vector128.Abs(max), Vector128.Create(LargeLogit));
+
+         [MethodImpl(AggressiveInlining)]
+         private static Vector128<float> LossOf(Vector128<float> largest, Vector128<float> logit, Vector128<float> log)
+         {
+             var gap = (Vector128.Create(GapScale) * largest) - (Vector128.Create(GapScale) * logit);
+             return (gap * Vector128.Create(GapFactor)) + log;
+         }
+
+         // ---- Without vectors.
+
+         /// <summary>e^(x / T) for x &lt;= 0; NaN stays NaN. In double the plain formula is accurate enough.</summary>
+         [MethodImpl(AggressiveInlining)]
+         internal static double Exp(double x)
+         {
+             if (x < -325.0)
+             {
+                 return 0;
+             }
+
+             // x = n T ln 2 + r
+             var rounded = (x * ScaledLog2EDouble) + RoundToIntegerDouble;
+             var r = x - ((rounded - RoundToIntegerDouble) * ScaledLn2Double);
+             var scale = BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(rounded) + 1023) << 52);
+             return (ExpSlope(r) * (r * scale)) + scale;
+         }
+
+         [MethodImpl(AggressiveInlining)]
+         internal static double ExpSlope(double r)
+         {
+             var p = (ExpC6 * r) + ExpC5;
+             p = (p * r) + ExpC4;
+             p = (p * r) + ExpC3;
+             p = (p * r) + ExpC2;
+             return (p * r) + ExpC1;
+         }
+
+         [MethodImpl(AggressiveInlining)]
+         private static float LossOf(float largest, float logit, float log)
+         {
+             var gap = (GapScale * largest) - (GapScale * logit);
+             return (gap * GapFactor) + log;
