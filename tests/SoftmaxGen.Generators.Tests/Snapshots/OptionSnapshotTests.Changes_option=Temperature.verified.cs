+         /// z are the logits over the temperature 2.5.
-         /// -infinity.
+         /// -infinity. z are the logits over the temperature 2.5.
+         /// <remarks>z are the logits over the temperature 2.5.</remarks>
-         /// +infinity.
+         /// +infinity. z are the logits over the temperature 2.5.
-         /// <remarks>A target of 0 adds 0, even for a masked class.</remarks>
+         /// <remarks>A target of 0 adds 0, even for a masked class. z are the logits over the temperature 2.5.</remarks>
-         /// The cross-entropy of a label, and its gradient with respect to the logits: p[i] - 1 for the label, p[i]
-         /// elsewhere.
+         /// The cross-entropy of a label, and its gradient with respect to the logits, over the temperature: p[i] - 1
+         /// for the label, p[i] elsewhere.
-         /// <remarks>Within 8 ULP (10 at worst), also where p of the label is almost 1.</remarks>
+         /// <remarks>
+         /// Within 8 ULP (10 at worst), also where p of the label is almost 1. z are the logits over the temperature
+         /// 2.5.
+         /// </remarks>
-         /// The cross-entropy of a target distribution, and its gradient with respect to the logits: p[i] sum(target) -
-         /// target[i].
+         /// The cross-entropy of a target distribution, and its gradient with respect to the logits, over the
+         /// temperature: p[i] sum(target) - target[i].
+         /// <remarks>z are the logits over the temperature 2.5.</remarks>
-         /// <summary>Takes a gradient back through softmax: p[i] (upstream[i] - sum of p[j] upstream[j]).</summary>
+         /// <summary>
+         /// Takes a gradient back through softmax: p[i] (upstream[i] - sum of p[j] upstream[j]), over the temperature.
+         /// </summary>
+             // The temperature 2.5 divides the logits.
+             private const float InverseTemperature = 0.4f;
+
+             // Gaps between logits are taken at a power of two, so that nothing overflows before the result
+             // does, and are brought to their size over the temperature in the end.
+             private const float GapScale = 0.25f;
+             private const float GapFactor = 1.6f;
+
+             // 2 over the temperature in two parts: a power of two, which rounds no probability, and a part of at most
+             // 1.
+             private const float ProbabilityScale = 2f;
+             private const float UpstreamScale = 0.4f;
+
-             private const float ExpC2 = 0.49999991f;
-             private const float ExpC3 = 0.166665211f;
-             private const float ExpC4 = 0.041668963f;
-             private const float ExpC5 = 0.00836867094f;
-             private const float ExpC6 = 0.00137824775f;
+             // e^(r / T): the powers of the temperature T are part of the coefficients.
+             private const float ExpC1 = 0.4f;
+             private const float ExpC2 = 0.079999986f;
+             private const float ExpC3 = 0.0106665735f;
+             private const float ExpC4 = 0.0010667255f;
+             private const float ExpC5 = 8.569519E-05f;
+             private const float ExpC6 = 5.6453028E-06f;
-             private const float Log2E = 1.44269504f;
+             // log2 e / T, and T ln 2 in two parts.
+             private const float ScaledLog2E = 0.57707802f;
+             private const float ScaledLn2High = 1.7328678f;
+             private const float ScaledLn2Low = 1.1444765E-07f;
-             private const float Ln2Low = -1.90465421e-9f;
-             // so is the term.
-             private const float LowestExponent = 132.39f;
+             // so is the term. Here and below, times the temperature.
+             private const float LowestExponent = 330.975f;
-             private const float LargeLogit = 256f;
+             private const float LargeLogit = 640f;
+             private const double ScaledLog2EDouble = 0.5770780163555853;
+             private const double ScaledLn2Double = 1.7328679513998633;
-                 return largest == float.NegativeInfinity && IsMasked(logits) ? largest : largest + logOfSum;
+                 return largest == float.NegativeInfinity && IsMasked(logits) ? largest : (largest * InverseTemperature)
+                     + logOfSum;
-                         1f
+                         InverseTemperature
-                     return LabelGradientScalar(logits, gradient, label, 1f);
+                     return LabelGradientScalar(logits, gradient, label, InverseTemperature);
-                         1f
+                         InverseTemperature
-                     return TargetGradientScalar(logits, target, gradient, 1f);
+                     return TargetGradientScalar(logits, target, gradient, InverseTemperature);
-                 var scale = reduction == Reduction.Mean ? 1f / rows : 1f;
+                 var scale = reduction == Reduction.Mean ? InverseTemperature / rows : InverseTemperature;
-                 var scale = reduction == Reduction.Mean ? 1f / rows : 1f;
+                 var scale = reduction == Reduction.Mean ? InverseTemperature / rows : InverseTemperature;
-                     var y0 = z0 - max - log;
-                     var y1 = z1 - max - log;
-                     var y2 = z2 - max - log;
-                     var y3 = z3 - max - log;
+                     var scaledMax = max * Vector512.Create(GapScale);
+                     var y0 = Vector512.FusedMultiplyAdd(
+                         Vector512.FusedMultiplyAdd(z0, Vector512.Create(GapScale), -scaledMax),
+                         Vector512.Create(GapFactor),
+                         -log
+                     );
+                     var y1 = Vector512.FusedMultiplyAdd(
+                         Vector512.FusedMultiplyAdd(z1, Vector512.Create(GapScale), -scaledMax),
+                         Vector512.Create(GapFactor),
+                         -log
+                     );
+                     var y2 = Vector512.FusedMultiplyAdd(
+                         Vector512.FusedMultiplyAdd(z2, Vector512.Create(GapScale), -scaledMax),
+                         Vector512.Create(GapFactor),
+                         -log
+                     );
+                     var y3 = Vector512.FusedMultiplyAdd(
+                         Vector512.FusedMultiplyAdd(z3, Vector512.Create(GapScale), -scaledMax),
+                         Vector512.Create(GapFactor),
+                         -log
+                     );
-                     var loss = max - logit + LogOnePlus(others / largestTerm);
+                     var loss = LossOf(max, logit, LogOnePlus(others / largestTerm));
-                     var loss = max - logit + LogOnePlus(others / largestTerm);
+                     var loss = LossOf(max, logit, LogOnePlus(others / largestTerm));
-                         Vector512.Create(-Log2E),
+                         Vector512.Create(-ScaledLog2E),
-             /// e^(z - max), times a factor that is the same for the whole row. Within 1 ULP; NaN stays NaN.
+             /// e^((z - max) / T), times a factor that is the same for the whole row. Within 1 ULP; NaN stays NaN.
-                 // x = n ln 2 + r. The floor comes first: Max returns its second operand where one is NaN.
+                 // x = n T ln 2 + r. The floor comes first: Max returns its second operand where one is NaN.
-                 var rounded = Vector512.FusedMultiplyAdd(x, Vector512.Create(Log2E), row.Rounder);
+                 var rounded = Vector512.FusedMultiplyAdd(x, Vector512.Create(ScaledLog2E), row.Rounder);
-                 var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2High), x);
-                 r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2Low), r);
+                 var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-ScaledLn2High), x);
+                 r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-ScaledLn2Low), r);
-             /// <summary>(e^r - 1) / r for |r| &lt;= ln 2 / 2.</summary>
+             /// <summary>(e^(r / T) - 1) / r for |r| &lt;= T ln 2 / 2.</summary>
-                 return Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1f));
+                 return Vector512.FusedMultiplyAdd(p, r, Vector512.Create(ExpC1));
+             }
+
+             /// <summary>
+             /// The loss of a label from the gap between the largest logit and its own, which itself may overflow.
+             /// </summary>
+             [MethodImpl(AggressiveInlining)]
+             private static Vector512<float> LossOf(
+                 Vector512<float> largest,
+                 Vector512<float> logit,
+                 Vector512<float> log
+             )
+             {
+                 var gap = (Vector512.Create(GapScale) * largest) - (Vector512.Create(GapScale) * logit);
+                 return (gap * Vector512.Create(GapFactor)) + log;
-                     var y0 = z0 - max - log;
-                     var y1 = z1 - max - log;
-                     var y2 = z2 - max - log;
-                     var y3 = z3 - max - log;
+                     var scaledMax = max * Vector256.Create(GapScale);
+                     var y0 = Vector256.FusedMultiplyAdd(
+                         Vector256.FusedMultiplyAdd(z0, Vector256.Create(GapScale), -scaledMax),
+                         Vector256.Create(GapFactor),
+                         -log
+                     );
+                     var y1 = Vector256.FusedMultiplyAdd(
+                         Vector256.FusedMultiplyAdd(z1, Vector256.Create(GapScale), -scaledMax),
+                         Vector256.Create(GapFactor),
+                         -log
+                     );
+                     var y2 = Vector256.FusedMultiplyAdd(
+                         Vector256.FusedMultiplyAdd(z2, Vector256.Create(GapScale), -scaledMax),
+                         Vector256.Create(GapFactor),
+                         -log
+                     );
+                     var y3 = Vector256.FusedMultiplyAdd(
+                         Vector256.FusedMultiplyAdd(z3, Vector256.Create(GapScale), -scaledMax),
+                         Vector256.Create(GapFactor),
+                         -log
+                     );
-                     var loss = max - logit + LogOnePlus(others / largestTerm);
+                     var loss = LossOf(max, logit, LogOnePlus(others / largestTerm));
-                     var loss = max - logit + LogOnePlus(others / largestTerm);
+                     var loss = LossOf(max, logit, LogOnePlus(others / largestTerm));
-                         Vector256.Create(-Log2E),
+                         Vector256.Create(-ScaledLog2E),
-             /// e^(z - max), times a factor that is the same for the whole row. Within 1 ULP; NaN stays NaN.
+             /// e^((z - max) / T), times a factor that is the same for the whole row. Within 1 ULP; NaN stays NaN.
-                 // x = n ln 2 + r. The floor comes first: Max returns its second operand where one is NaN.
+                 // x = n T ln 2 + r. The floor comes first: Max returns its second operand where one is NaN.
-                 var rounded = Vector256.FusedMultiplyAdd(x, Vector256.Create(Log2E), row.Rounder);
+                 var rounded = Vector256.FusedMultiplyAdd(x, Vector256.Create(ScaledLog2E), row.Rounder);
-                 var r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-Ln2High), x);
-                 r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-Ln2Low), r);
+                 var r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-ScaledLn2High), x);
+                 r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-ScaledLn2Low), r);
-             /// <summary>(e^r - 1) / r for |r| &lt;= ln 2 / 2.</summary>
+             /// <summary>(e^(r / T) - 1) / r for |r| &lt;= T ln 2 / 2.</summary>
-                 return Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1f));
+                 return Vector256.FusedMultiplyAdd(p, r, Vector256.Create(ExpC1));
+             }
+
+             /// <summary>
+             /// The loss of a label from the gap between the largest logit and its own, which itself may overflow.
+             /// </summary>
+             [MethodImpl(AggressiveInlining)]
+             private static Vector256<float> LossOf(
+                 Vector256<float> largest,
+                 Vector256<float> logit,
+                 Vector256<float> log
+             )
+             {
+                 var gap = (Vector256.Create(GapScale) * largest) - (Vector256.Create(GapScale) * logit);
+                 return (gap * Vector256.Create(GapFactor)) + log;
-                 var top = max;
-                 if (Math.Abs(max.ToScalar()) >= LargeLogit)
+                 var shift = LargeOf(max);
+                 var top = max - shift;
-                 {
-                     z -= max;
-                     top -= max;
-                 }
-
-                 var e = Exp(z, row);
+                 var e = Exp(z - shift, row);
-                 (z - top - log).StoreUnsafe(ref logProbabilities);
+                 var scaledMax = max * Vector128.Create(GapScale);
+                 Vector128.FusedMultiplyAdd(
+                     Vector128.FusedMultiplyAdd(z, Vector128.Create(GapScale), -scaledMax),
+                     Vector128.Create(GapFactor),
+                     -log
+                 ).StoreUnsafe(ref logProbabilities);
-                 return largest - Unsafe.Add(ref logits, label) + log;
+                 return LossOf(largest, Unsafe.Add(ref logits, label), log);
-                 // Halves: max - z may be more than a float can hold where the loss is not.
-                 var halfMax = max * Vector128.Create(0.5f);
+                 // Scaled: max - z may be more than a float can hold where the loss is not.
+                 var scaledMax = max * Vector128.Create(GapScale);
-                 var loss = Weighted(t, Vector128.FusedMultiplyAdd(z, Vector128.Create(-0.5f), halfMax));
+                 var loss = Weighted(t, Vector128.FusedMultiplyAdd(z, Vector128.Create(-GapScale), scaledMax));
-                 var crossEntropy = Vector128.FusedMultiplyAdd(log, weights, losses + losses + Vector128<float>.Zero);
+                 var crossEntropy = Vector128.FusedMultiplyAdd(
+                     log,
+                     weights,
+                     losses * Vector128.Create(GapFactor) + Vector128<float>.Zero
+                 );
-                 return max.ToScalar() - logit + log;
+                 return LossOf(max.ToScalar(), logit, log);
-                 // Halves: max - z may be more than a float can hold where the loss is not.
-                 var halfMax = max * Vector128.Create(0.5f);
+                 // Scaled: max - z may be more than a float can hold where the loss is not.
+                 var scaledMax = max * Vector128.Create(GapScale);
-                 var loss = Weighted(t, Vector128.FusedMultiplyAdd(z, Vector128.Create(-0.5f), halfMax));
+                 var loss = Weighted(t, Vector128.FusedMultiplyAdd(z, Vector128.Create(-GapScale), scaledMax));
-                 var crossEntropy = Vector128.FusedMultiplyAdd(log, weights, losses + losses + Vector128<float>.Zero);
+                 var crossEntropy = Vector128.FusedMultiplyAdd(
+                     log,
+                     weights,
+                     losses * Vector128.Create(GapFactor) + Vector128<float>.Zero
+                 );
-                 ((p + p) * Vector128.FusedMultiplyAdd(g, Vector128.Create(0.5f), -halfDot)).StoreUnsafe(ref gradient);
+                 (
+                     (p * Vector128.Create(ProbabilityScale)) * (
+                         Vector128.FusedMultiplyAdd(
+                             g,
+                             Vector128.Create(0.5f),
+                             -halfDot
+                         ) * Vector128.Create(UpstreamScale)
+                     )
+                 ).StoreUnsafe(ref gradient);
-                     var y0 = z0 - max - log;
-                     var y1 = z1 - max - log;
-                     var y2 = z2 - max - log;
-                     var y3 = z3 - max - log;
+                     var scaledMax = max * Vector128.Create(GapScale);
+                     var y0 = Vector128.FusedMultiplyAdd(
+                         Vector128.FusedMultiplyAdd(z0, Vector128.Create(GapScale), -scaledMax),
+                         Vector128.Create(GapFactor),
+                         -log
+                     );
+                     var y1 = Vector128.FusedMultiplyAdd(
+                         Vector128.FusedMultiplyAdd(z1, Vector128.Create(GapScale), -scaledMax),
+                         Vector128.Create(GapFactor),
+                         -log
+                     );
+                     var y2 = Vector128.FusedMultiplyAdd(
+                         Vector128.FusedMultiplyAdd(z2, Vector128.Create(GapScale), -scaledMax),
+                         Vector128.Create(GapFactor),
+                         -log
+                     );
+                     var y3 = Vector128.FusedMultiplyAdd(
+                         Vector128.FusedMultiplyAdd(z3, Vector128.Create(GapScale), -scaledMax),
+                         Vector128.Create(GapFactor),
+                         -log
+                     );
-                     var loss = max - logit + LogOnePlus(others / largestTerm);
+                     var loss = LossOf(max, logit, LogOnePlus(others / largestTerm));
-                     var loss = max - logit + LogOnePlus(others / largestTerm);
+                     var loss = LossOf(max, logit, LogOnePlus(others / largestTerm));
-                         Vector128.Create(-Log2E),
+                         Vector128.Create(-ScaledLog2E),
-             /// e^(z - max), times a factor that is the same for the whole row. Within 1 ULP; NaN stays NaN.
+             /// e^((z - max) / T), times a factor that is the same for the whole row. Within 1 ULP; NaN stays NaN.
-                 // x = n ln 2 + r. The floor comes first: Max returns its second operand where one is NaN.
+                 // x = n T ln 2 + r. The floor comes first: Max returns its second operand where one is NaN.
-                 var rounded = Vector128.FusedMultiplyAdd(x, Vector128.Create(Log2E), row.Rounder);
+                 var rounded = Vector128.FusedMultiplyAdd(x, Vector128.Create(ScaledLog2E), row.Rounder);
-                 var r = Vector128.FusedMultiplyAdd(n, Vector128.Create(-Ln2High), x);
-                 r = Vector128.FusedMultiplyAdd(n, Vector128.Create(-Ln2Low), r);
+                 var r = Vector128.FusedMultiplyAdd(n, Vector128.Create(-ScaledLn2High), x);
+                 r = Vector128.FusedMultiplyAdd(n, Vector128.Create(-ScaledLn2Low), r);
-             /// <summary>(e^r - 1) / r for |r| &lt;= ln 2 / 2.</summary>
+             /// <summary>(e^(r / T) - 1) / r for |r| &lt;= T ln 2 / 2.</summary>
-                 return Vector128.FusedMultiplyAdd(p, r, Vector128.Create(1f));
+                 return Vector128.FusedMultiplyAdd(p, r, Vector128.Create(ExpC1));
+
+             /// <summary>
+             /// The loss of a label from the gap between the largest logit and its own, which itself may overflow.
+             /// </summary>
+             [MethodImpl(AggressiveInlining)]
+             private static Vector128<float> LossOf(
+                 Vector128<float> largest,
+                 Vector128<float> logit,
+                 Vector128<float> log
+             )
+             {
+                 var gap = (Vector128.Create(GapScale) * largest) - (Vector128.Create(GapScale) * logit);
+                 return (gap * Vector128.Create(GapFactor)) + log;
+             }
-                 logProbabilities[0] = (float)(z0 - max - log);
-                 logProbabilities[1] = (float)(z1 - max - log);
-                 logProbabilities[2] = (float)(z2 - max - log);
-                 logProbabilities[3] = (float)(z3 - max - log);
+                 logProbabilities[0] = (float)(((z0 - max) * InverseTemperature) - log);
+                 logProbabilities[1] = (float)(((z1 - max) * InverseTemperature) - log);
+                 logProbabilities[2] = (float)(((z2 - max) * InverseTemperature) - log);
+                 logProbabilities[3] = (float)(((z3 - max) * InverseTemperature) - log);
-                 return largest - logits[label] + log;
+                 return LossOf(largest, logits[label], log);
-                 var crossEntropy = losses + (log * weights);
+                 var crossEntropy = (losses * InverseTemperature) + (log * weights);
-                 return (float)max - logit + (float)LogOnePlus(others + (max - max));
+                 return LossOf((float)max, logit, (float)LogOnePlus(others + (max - max)));
-                 var crossEntropy = losses + (log * weights);
+                 var crossEntropy = (losses * InverseTemperature) + (log * weights);
-                 gradient[0] = (float)(p0 * (g0 - dot));
-                 gradient[1] = (float)(p1 * (g1 - dot));
-                 gradient[2] = (float)(p2 * (g2 - dot));
-                 gradient[3] = (float)(p3 * (g3 - dot));
+                 gradient[0] = (float)(p0 * (g0 - dot) * InverseTemperature);
+                 gradient[1] = (float)(p1 * (g1 - dot) * InverseTemperature);
+                 gradient[2] = (float)(p2 * (g2 - dot) * InverseTemperature);
+                 gradient[3] = (float)(p3 * (g3 - dot) * InverseTemperature);
-             /// <summary>e^x for x &lt;= 0; NaN stays NaN. In double the plain formula is accurate enough.</summary>
+             /// <summary>
+             /// e^(x / T) for x &lt;= 0; NaN stays NaN. In double the plain formula is accurate enough.
+             /// </summary>
-                 if (x < -130)
+                 if (x < -325.0)
-                 // x = n ln 2 + r
-                 var rounded = (x * Log2EDouble) + RoundToIntegerDouble;
-                 var r = x - ((rounded - RoundToIntegerDouble) * Ln2Double);
+                 // x = n T ln 2 + r
+                 var rounded = (x * ScaledLog2EDouble) + RoundToIntegerDouble;
+                 var r = x - ((rounded - RoundToIntegerDouble) * ScaledLn2Double);
-             /// <summary>(e^r - 1) / r for |r| &lt;= ln 2 / 2.</summary>
+             /// <summary>(e^(r / T) - 1) / r for |r| &lt;= T ln 2 / 2.</summary>
-                 return (p * r) + 1.0;
+                 return (p * r) + ExpC1;
+
+             /// <summary>
+             /// The loss of a label from the gap between the largest logit and its own, which itself may overflow.
+             /// </summary>
+             [MethodImpl(AggressiveInlining)]
+             private static float LossOf(float largest, float logit, float log)
+             {
+                 var gap = (GapScale * largest) - (GapScale * logit);
+                 return (gap * GapFactor) + log;
+             }
