-             global::SoftmaxGen.Generated.Classes4.LogSoftmax(logits, logProbabilities, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.LogSoftmax(
+                 logits,
+                 logProbabilities,
+                 "EnemyBrain"
+             );
-         /// Within 5 ULP (8 at worst) at every magnitude: a loss of 1e-12 is not rounded to 0. A masked label costs
+         /// A masked label costs +infinity. The weights of the classes multiply their part of the target.
-         /// +infinity.
-         /// <remarks>A target of 0 adds 0, even for a masked class.</remarks>
+         /// <remarks>
+         /// A target of 0 adds 0, even for a masked class. The weights of the classes multiply their part of the target.
+         /// </remarks>
+         /// <remarks>The weights of the classes multiply their part of the target.</remarks>
-             global::SoftmaxGen.Generated.Classes4.CrossEntropyFromProbabilities(probabilities, label, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyFromProbabilities(
+                 probabilities,
+                 label,
+                 "EnemyBrain"
+             );
-         /// <remarks>A target of 0 adds 0, even for a probability of 0.</remarks>
+         /// <remarks>
+         /// A target of 0 adds 0, even for a probability of 0. The weights of the classes multiply their part of the
+         /// target.
+         /// </remarks>
-             global::SoftmaxGen.Generated.Classes4.CrossEntropyFromProbabilities(probabilities, target, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyFromProbabilities(
+                 probabilities,
+                 target,
+                 "EnemyBrain"
+             );
-         /// The cross-entropy of a label, and its gradient with respect to the logits: p[i] - 1 for the label, p[i]
-         /// elsewhere.
+         /// The cross-entropy of a label, and its gradient with respect to the logits: p[i] w - t[i], where t is what
+         /// the label counts for each class, and w its sum.
-         /// <remarks>Within 8 ULP (10 at worst), also where p of the label is almost 1.</remarks>
+         /// <remarks>
+         /// Within 8 ULP (10 at worst), also where p of the label is almost 1. The weights of the classes multiply their
+         /// part of the target.
+         /// </remarks>
-             global::SoftmaxGen.Generated.Classes4.CrossEntropyGradient(logits, label, gradient, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyGradient(
+                 logits,
+                 label,
+                 gradient,
+                 "EnemyBrain"
+             );
+         /// <remarks>The weights of the classes multiply their part of the target.</remarks>
-             global::SoftmaxGen.Generated.Classes4.CrossEntropyGradient(logits, target, gradient, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyGradient(
+                 logits,
+                 target,
+                 gradient,
+                 "EnemyBrain"
+             );
-             global::SoftmaxGen.Generated.Classes4.SoftmaxGradient(probabilities, upstream, gradient, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.SoftmaxGradient(
+                 probabilities,
+                 upstream,
+                 gradient,
+                 "EnemyBrain"
+             );
-             global::SoftmaxGen.Generated.Classes4.SoftmaxBatch(logits, probabilities, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.SoftmaxBatch(
+                 logits,
+                 probabilities,
+                 "EnemyBrain"
+             );
-             global::SoftmaxGen.Generated.Classes4.LogSoftmaxBatch(logits, logProbabilities, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.LogSoftmaxBatch(
+                 logits,
+                 logProbabilities,
+                 "EnemyBrain"
+             );
-         /// The mean or the sum of the losses, added in double. The mean of no rows is NaN, the sum 0.
+         /// The sum of the losses, added in double, or their mean: the sum over the sum of the weights of the labels.
+         /// Where that is 0 the mean is NaN.
-             global::SoftmaxGen.Generated.Classes4.CrossEntropyBatch(logits, labels, reduction, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyBatch(
+                 logits,
+                 labels,
+                 reduction,
+                 "EnemyBrain"
+             );
-             global::SoftmaxGen.Generated.Classes4.CrossEntropyBatch(logits, labels, losses, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyBatch(
+                 logits,
+                 labels,
+                 losses,
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
-         /// The mean or the sum of the losses, added in double. The mean of no rows is NaN, the sum 0.
+         /// The sum of the losses, added in double, or their mean: the sum over the sum of the weights of the labels.
+         /// Where that is 0 the mean is NaN.
-         /// divided by the number of rows where the loss is their mean.
+         /// divided by the sum of the weights of the labels where the loss is their mean.
-         /// <remarks>
-         /// The division is a multiplication by the rounded 1 / rows, which adds at most 1.5 ULP (up to 2^24 rows).
-         /// </remarks>
-         /// The mean or the sum of the losses, added in double. The mean of no rows is NaN, the sum 0.
+         /// The sum of the losses, added in double, or their mean: the sum over the sum of the weights of the labels.
+         /// Where that is 0 the mean is NaN.
+ // The weights of the classes are 1, 0.5, 2, 0.
+         /// <summary>What the loss of each class counts.</summary>
+         private static ReadOnlySpan<float> ClassWeights => new float[] { 1f, 0.5f, 2f, 0f };
+
-             return largest - Unsafe.Add(ref logits, label) + log;
+             var weight = ClassWeights[label];
+             return LossOf(largest, Unsafe.Add(ref logits, label), log, weight);
-             return largest - logits[label] + log;
+             var weight = ClassWeights[label];
+             return LossOf(largest, logits[label], log, weight);
+             var f = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(ClassWeights));
-             var loss = Weighted(t, MultiplyAdd(z, Vector128.Create(-0.5f), halfMax));
+             var u = t * f;
+             var loss = Weighted(u, MultiplyAdd(z, Vector128.Create(-0.5f), halfMax));
-             var weights = SumOfLanes(t);
+             var weights = SumOfLanes(u);
+             var f0 = (double)ClassWeights[0];
+             var f1 = (double)ClassWeights[1];
+             var f2 = (double)ClassWeights[2];
+             var f3 = (double)ClassWeights[3];
-             var loss0 = Weighted(t0, max - z0);
-             var loss1 = Weighted(t1, max - z1);
-             var loss2 = Weighted(t2, max - z2);
-             var loss3 = Weighted(t3, max - z3);
+             var u0 = t0 * f0;
+             var u1 = t1 * f1;
+             var u2 = t2 * f2;
+             var u3 = t3 * f3;
+             var loss0 = Weighted(u0, max - z0);
+             var loss1 = Weighted(u1, max - z1);
+             var loss2 = Weighted(u2, max - z2);
+             var loss3 = Weighted(u3, max - z3);
-             var weights = (t0 + t2) + (t1 + t3);
+             var weights = (u0 + u2) + (u1 + u3);
-             return Sse2.IsSupported || AdvSimd.Arm64.IsSupported
+             var weight = ClassWeights[label];
+             var loss = Sse2.IsSupported || AdvSimd.Arm64.IsSupported
+             return Weighted(weight, loss);
-             var loss = Weighted(t, Vector128<float>.Zero - Log(p));
+             var f = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(ClassWeights));
+             var u = t * f;
+             var loss = Weighted(u, Vector128<float>.Zero - Log(p));
-             var loss0 = Weighted(t0, 0.0 - Log(p0));
-             var loss1 = Weighted(t1, 0.0 - Log(p1));
-             var loss2 = Weighted(t2, 0.0 - Log(p2));
-             var loss3 = Weighted(t3, 0.0 - Log(p3));
+             var f0 = (double)ClassWeights[0];
+             var f1 = (double)ClassWeights[1];
+             var f2 = (double)ClassWeights[2];
+             var f3 = (double)ClassWeights[3];
+             var u0 = t0 * f0;
+             var u1 = t1 * f1;
+             var u2 = t2 * f2;
+             var u3 = t3 * f3;
+             var loss0 = Weighted(u0, 0.0 - Log(p0));
+             var loss1 = Weighted(u1, 0.0 - Log(p1));
+             var loss2 = Weighted(u2, 0.0 - Log(p2));
+             var loss3 = Weighted(u3, 0.0 - Log(p3));
-             var factor = Vector128.Create(scale);
+             var weight = ClassWeights[label];
+             var factor = Vector128.Create(scale * weight);
-             return Vector128.ToScalar(max) - logit + log;
+             return LossOf(Vector128.ToScalar(max), logit, log, weight);
-             gradient[0] = (float)((float)(e0 / sum) * scale);
-             gradient[1] = (float)((float)(e1 / sum) * scale);
-             gradient[2] = (float)((float)(e2 / sum) * scale);
-             gradient[3] = (float)((float)(e3 / sum) * scale);
+             var weight = ClassWeights[label];
+             gradient[0] = (float)((float)(e0 / sum) * (scale * weight));
+             gradient[1] = (float)((float)(e1 / sum) * (scale * weight));
+             gradient[2] = (float)((float)(e2 / sum) * (scale * weight));
+             gradient[3] = (float)((float)(e3 / sum) * (scale * weight));
-             gradient[label] = (float)ofLabel * scale;
-             return (float)max - logit + (float)LogOnePlus(others + (max - max));
+             gradient[label] = (float)ofLabel * (scale * weight);
+             return LossOf((float)max, logit, (float)LogOnePlus(others + (max - max)), weight);
+             var f = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(ClassWeights));
-             var loss = Weighted(t, MultiplyAdd(z, Vector128.Create(-0.5f), halfMax));
+             var u = t * f;
+             var loss = Weighted(u, MultiplyAdd(z, Vector128.Create(-0.5f), halfMax));
-             var weights = SumOfLanes(t);
+             var weights = SumOfLanes(u);
-             Vector128.StoreUnsafe(MultiplyAdd(e / sum, weights, -t) * factor, ref gradient);
+             Vector128.StoreUnsafe(MultiplyAdd(e / sum, weights, -u) * factor, ref gradient);
+             var f0 = (double)ClassWeights[0];
+             var f1 = (double)ClassWeights[1];
+             var f2 = (double)ClassWeights[2];
+             var f3 = (double)ClassWeights[3];
-             var loss0 = Weighted(t0, max - z0);
-             var loss1 = Weighted(t1, max - z1);
-             var loss2 = Weighted(t2, max - z2);
-             var loss3 = Weighted(t3, max - z3);
+             var u0 = t0 * f0;
+             var u1 = t1 * f1;
+             var u2 = t2 * f2;
+             var u3 = t3 * f3;
+             var loss0 = Weighted(u0, max - z0);
+             var loss1 = Weighted(u1, max - z1);
+             var loss2 = Weighted(u2, max - z2);
+             var loss3 = Weighted(u3, max - z3);
-             var weights = (t0 + t2) + (t1 + t3);
+             var weights = (u0 + u2) + (u1 + u3);
-             gradient[0] = (float)((float)(((e0 / sum) * weights) - t0) * scale);
-             gradient[1] = (float)((float)(((e1 / sum) * weights) - t1) * scale);
-             gradient[2] = (float)((float)(((e2 / sum) * weights) - t2) * scale);
-             gradient[3] = (float)((float)(((e3 / sum) * weights) - t3) * scale);
+             gradient[0] = (float)((float)(((e0 / sum) * weights) - u0) * scale);
+             gradient[1] = (float)((float)(((e1 / sum) * weights) - u1) * scale);
+             gradient[2] = (float)((float)(((e2 / sum) * weights) - u2) * scale);
+             gradient[3] = (float)((float)(((e3 / sum) * weights) - u3) * scale);
+             var totalWeight = TotalWeight(labels);
-             return sum.Reduce(rows, reduction);
+             return sum.Reduce(totalWeight, reduction);
+             var totalWeight = TotalWeight(labels);
-             return sum.Reduce(rows, reduction);
+             return sum.Reduce(totalWeight, reduction);
-                 ? LabelLossesFromProbabilitiesMany512(ref probabilities, ref labels, ref losses, rows, Classes)
+                 ? LabelLossesFromProbabilitiesMany512(ref probabilities, ref labels, ref losses, rows)
-                 ? LabelLossesFromProbabilitiesMany256(ref probabilities, ref labels, ref losses, rows, Classes)
+                 ? LabelLossesFromProbabilitiesMany256(ref probabilities, ref labels, ref losses, rows)
-                 ? LabelLossesFromProbabilitiesMany128(ref probabilities, ref labels, ref losses, rows, Classes)
+                 ? LabelLossesFromProbabilitiesMany128(ref probabilities, ref labels, ref losses, rows)
-             var scale = reduction == Reduction.Mean ? 1f / rows : 1f;
+             var totalWeight = TotalWeight(labels);
+             var scale = reduction == Reduction.Mean ? (float)(1.0 / totalWeight) : 1f;
-             return sum.Reduce(rows, reduction);
+             return sum.Reduce(totalWeight, reduction);
+             }
+         }
+
+         /// <summary>
+         /// What all rows count together: the weights of their labels, added in the order of the losses.
+         /// </summary>
+         [MethodImpl(NoInlining | AggressiveOptimization)]
+         private static double TotalWeight(ReadOnlySpan<int> labels)
+         {
+             Span<float> weights = stackalloc float[128];
+             var sum = default(LossSum);
+             for (int start = 0, count; start < labels.Length; start += count)
+             {
+                 count = Math.Min(128, labels.Length - start);
+                 for (var i = 0; i < count; i++)
+                 {
+                     int label = labels[start + i];
+                     weights[i] = ClassWeights[label];
+                 }
+
+                 sum.Add(weights, count);
+
+             return sum.Total();
+                 var weight = InTileOrder(WeightsOfLabels512(ref labels));
-                 var loss = max - logit + LogOnePlus(others / largestTerm);
+                 var loss = LossOf(max, logit, LogOnePlus(others / largestTerm), weight);
+                 var weight = InTileOrder(WeightsOfLabels512(ref labels));
-                 var loss = max - logit + LogOnePlus(others / largestTerm);
+                 var loss = LossOf(max, logit, LogOnePlus(others / largestTerm), weight);
-                 var factor = Vector512.Create(scale);
+                 var factor = Vector512.Create(scale) * weight;
+
+         /// <summary>
+         /// The losses of the labels from probabilities of as many rows at a time as a vector has lanes.
+         /// </summary>
+         /// <returns>How many rows are left: too few, or those from where a large logit is.</returns>
+         [MethodImpl(AggressiveInlining)]
+         private static nuint LabelLossesFromProbabilitiesMany512(
+             ref float probabilities,
+             ref int labels,
+             ref float losses,
+             nuint rows
+         )
+         {
+             for (; rows >= 16; rows -= 16)
+             {
+                 var weight = WeightsOfLabels512(ref labels);
+                 Vector512.StoreUnsafe(
+                     Weighted(
+                         weight,
+                         Vector512<float>.Zero - Log(ElementsOfLabels512(ref probabilities, ref labels, Classes))
+                     ),
+                     ref losses
+                 );
+
+                 probabilities = ref Unsafe.Add(ref probabilities, 16 * Classes);
+                 labels = ref Unsafe.Add(ref labels, 16);
+                 losses = ref Unsafe.Add(ref losses, 16);
+             }
+
+             return rows;
+         }
+         /// <summary>What the targets count of as many labels as a vector has lanes.</summary>
+         [MethodImpl(AggressiveInlining)]
+         private static Vector512<float> WeightsOfLabels512(ref int labels) =>
+             Vector512.Create(
+                 ClassWeights[labels],
+                 ClassWeights[Unsafe.Add(ref labels, 1)],
+                 ClassWeights[Unsafe.Add(ref labels, 2)],
+                 ClassWeights[Unsafe.Add(ref labels, 3)],
+                 ClassWeights[Unsafe.Add(ref labels, 4)],
+                 ClassWeights[Unsafe.Add(ref labels, 5)],
+                 ClassWeights[Unsafe.Add(ref labels, 6)],
+                 ClassWeights[Unsafe.Add(ref labels, 7)],
+                 ClassWeights[Unsafe.Add(ref labels, 8)],
+                 ClassWeights[Unsafe.Add(ref labels, 9)],
+                 ClassWeights[Unsafe.Add(ref labels, 10)],
+                 ClassWeights[Unsafe.Add(ref labels, 11)],
+                 ClassWeights[Unsafe.Add(ref labels, 12)],
+                 ClassWeights[Unsafe.Add(ref labels, 13)],
+                 ClassWeights[Unsafe.Add(ref labels, 14)],
+                 ClassWeights[Unsafe.Add(ref labels, 15)]
+             );
+
+         /// <summary>
+         /// The loss of a label from the gap between the largest logit and its own, which itself may overflow.
+         /// </summary>
+         [MethodImpl(AggressiveInlining)]
+         private static Vector512<float> LossOf(
+             Vector512<float> largest,
+             Vector512<float> logit,
+             Vector512<float> log,
+             Vector512<float> weight
+         )
+         {
+             var gap = (Vector512.Create(0.5f) * largest) - (Vector512.Create(0.5f) * logit);
+             return (Weighted(weight, gap) * Vector512.Create(2f)) + (weight * log);
+         }
+
+                 var weight = InTileOrder(WeightsOfLabels256(ref labels));
-                 var loss = max - logit + LogOnePlus(others / largestTerm);
+                 var loss = LossOf(max, logit, LogOnePlus(others / largestTerm), weight);
+                 var weight = InTileOrder(WeightsOfLabels256(ref labels));
-                 var loss = max - logit + LogOnePlus(others / largestTerm);
+                 var loss = LossOf(max, logit, LogOnePlus(others / largestTerm), weight);
-                 var factor = Vector256.Create(scale);
+                 var factor = Vector256.Create(scale) * weight;
+         [MethodImpl(AggressiveInlining)]
+         private static nuint LabelLossesFromProbabilitiesMany256(
+             ref float probabilities,
+             ref int labels,
+             ref float losses,
+             nuint rows
+         )
+         {
+             for (; rows >= 8; rows -= 8)
+             {
+                 var weight = WeightsOfLabels256(ref labels);
+                 Vector256.StoreUnsafe(
+                     Weighted(
+                         weight,
+                         Vector256<float>.Zero - Log(ElementsOfLabels256(ref probabilities, ref labels, Classes))
+                     ),
+                     ref losses
+                 );
+
+                 probabilities = ref Unsafe.Add(ref probabilities, 8 * Classes);
+                 labels = ref Unsafe.Add(ref labels, 8);
+                 losses = ref Unsafe.Add(ref losses, 8);
+             }
+
+             return rows;
+         }
+
+         [MethodImpl(AggressiveInlining)]
+         private static Vector256<float> WeightsOfLabels256(ref int labels) =>
+             Vector256.Create(
+                 ClassWeights[labels],
+                 ClassWeights[Unsafe.Add(ref labels, 1)],
+                 ClassWeights[Unsafe.Add(ref labels, 2)],
+                 ClassWeights[Unsafe.Add(ref labels, 3)],
+                 ClassWeights[Unsafe.Add(ref labels, 4)],
+                 ClassWeights[Unsafe.Add(ref labels, 5)],
+                 ClassWeights[Unsafe.Add(ref labels, 6)],
+                 ClassWeights[Unsafe.Add(ref labels, 7)]
+             );
+
+         [MethodImpl(AggressiveInlining)]
+         private static Vector256<float> LossOf(
+             Vector256<float> largest,
+             Vector256<float> logit,
+             Vector256<float> log,
+             Vector256<float> weight
+         )
+         {
+             var gap = (Vector256.Create(0.5f) * largest) - (Vector256.Create(0.5f) * logit);
+             return (Weighted(weight, gap) * Vector256.Create(2f)) + (weight * log);
+         }
+
+                 var weight = WeightsOfLabels128(ref labels);
-                 var loss = max - logit + LogOnePlus(others / largestTerm);
+                 var loss = LossOf(max, logit, LogOnePlus(others / largestTerm), weight);
+                 var weight = WeightsOfLabels128(ref labels);
-                 var loss = max - logit + LogOnePlus(others / largestTerm);
+                 var loss = LossOf(max, logit, LogOnePlus(others / largestTerm), weight);
-                 var factor = Vector128.Create(scale);
+                 var factor = Vector128.Create(scale) * weight;
+         [MethodImpl(AggressiveInlining)]
+         private static nuint LabelLossesFromProbabilitiesMany128(
+             ref float probabilities,
+             ref int labels,
+             ref float losses,
+             nuint rows
+         )
+         {
+             for (; rows >= 4; rows -= 4)
+             {
+                 var weight = WeightsOfLabels128(ref labels);
+                 Vector128.StoreUnsafe(
+                     Weighted(
+                         weight,
+                         Vector128<float>.Zero - Log(ElementsOfLabels128(ref probabilities, ref labels, Classes))
+                     ),
+                     ref losses
+                 );
+
+                 probabilities = ref Unsafe.Add(ref probabilities, 4 * Classes);
+                 labels = ref Unsafe.Add(ref labels, 4);
+                 losses = ref Unsafe.Add(ref losses, 4);
+             }
+
+             return rows;
+         }
+
+         [MethodImpl(AggressiveInlining)]
+         private static Vector128<float> WeightsOfLabels128(ref int labels) =>
+             Vector128.Create(
+                 ClassWeights[labels],
+                 ClassWeights[Unsafe.Add(ref labels, 1)],
+                 ClassWeights[Unsafe.Add(ref labels, 2)],
+                 ClassWeights[Unsafe.Add(ref labels, 3)]
+             );
+
+         }
+
+         [MethodImpl(AggressiveInlining)]
+         private static Vector128<float> LossOf(
+             Vector128<float> largest,
+             Vector128<float> logit,
+             Vector128<float> log,
+             Vector128<float> weight
+         )
+         {
+             var gap = (Vector128.Create(0.5f) * largest) - (Vector128.Create(0.5f) * logit);
+             return (Weighted(weight, gap) * Vector128.Create(2f)) + (weight * log);
+         }
+
+         // ---- Without vectors.
+
+         [MethodImpl(AggressiveInlining)]
+         private static float LossOf(float largest, float logit, float log, float weight)
+         {
+             var gap = (0.5f * largest) - (0.5f * logit);
+             return (Weighted(weight, gap) * 2f) + (weight * log);
