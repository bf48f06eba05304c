- // Softmax and cross-entropy for EnemyBrain, 4 classes of floats. The kernels are in Classes4.
+ // Softmax and cross-entropy for EnemyBrain, 4 classes of floats. The kernels are in
+ // Classes4.
-             global::SoftmaxGen.Generated.Classes4.Softmax(logits, probabilities, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.Softmax(
+                 logits,
+                 probabilities,
+                 "EnemyBrain"
+             );
-             global::SoftmaxGen.Generated.Classes4.LogSoftmax(logits, logProbabilities, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.LogSoftmax(
+                 logits,
+                 logProbabilities,
+                 "EnemyBrain"
+             );
-             global::SoftmaxGen.Generated.Classes4.TopK(scores, labels, values, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.TopK(
+                 scores,
+                 labels,
+                 values,
+                 "EnemyBrain"
+             );
-             global::SoftmaxGen.Generated.Classes4.Sample(logits, uniform, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.Sample(
+                 logits,
+                 uniform,
+                 "EnemyBrain"
+             );
-         /// Within 5 ULP (8 at worst) at every magnitude: a loss of 1e-12 is not rounded to 0. A masked label costs
-         /// +infinity.
+         /// A masked label costs +infinity. Label smoothing moves a part of the target to all classes, in proportion to
+         /// their weights. The weights of the classes multiply their part of the target.
-             global::SoftmaxGen.Generated.Classes4.CrossEntropy(logits, label, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropy(
+                 logits,
+                 label,
+                 "EnemyBrain"
+             );
-         /// <remarks>A target of 0 adds 0, even for a masked class.</remarks>
+         /// <remarks>
+         /// A target of 0 adds 0, even for a masked class. Label smoothing moves a part of the target to all classes, in
+         /// proportion to their weights. The weights of the classes multiply their part of the target.
+         /// </remarks>
-             global::SoftmaxGen.Generated.Classes4.CrossEntropy(logits, target, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropy(
+                 logits,
+                 target,
+                 "EnemyBrain"
+             );
+         /// <remarks>
+         /// Label smoothing moves a part of the target to all classes, in proportion to their weights. The weights of
+         /// the classes multiply their part of the target.
+         /// </remarks>
-             global::SoftmaxGen.Generated.Classes4.CrossEntropyFromProbabilities(probabilities, label, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyFromProbabilities(
+                 probabilities,
+                 label,
+                 "EnemyBrain"
+             );
-         /// <remarks>A target of 0 adds 0, even for a probability of 0.</remarks>
+         /// <remarks>
+         /// A target of 0 adds 0, even for a probability of 0. Label smoothing moves a part of the target to all
+         /// classes, in proportion to their weights. The weights of the classes multiply their part of the target.
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
+         /// Label smoothing moves a part of the target to all classes, in proportion to their weights. The weights of
+         /// the classes multiply their part of the target.
+         /// </remarks>
-             global::SoftmaxGen.Generated.Classes4.CrossEntropyGradient(logits, label, gradient, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyGradient(
+                 logits,
+                 label,
+                 gradient,
+                 "EnemyBrain"
+             );
+         /// <remarks>
+         /// Label smoothing moves a part of the target to all classes, in proportion to their weights. The weights of
+         /// the classes multiply their part of the target.
+         /// </remarks>
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
-             global::SoftmaxGen.Generated.Classes4.PredictBatch(scores, labels, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.PredictBatch(
+                 scores,
+                 labels,
+                 "EnemyBrain"
+             );
-             global::SoftmaxGen.Generated.Classes4.Accuracy(scores, labels, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.Accuracy(
+                 scores,
+                 labels,
+                 "EnemyBrain"
+             );
-         /// The mean or the sum of the losses, added in double. The mean of no rows is NaN, the sum 0.
+         /// The sum of the losses, added in double, or their mean: the sum over the sum of the weights of the labels.
+         /// Where that is 0 the mean is NaN or infinite.
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
+         /// Where that is 0 the mean is NaN or infinite.
-         /// divided by the number of rows where the loss is their mean.
+         /// divided by the sum of the weights of the labels where the loss is their mean.
-         /// <remarks>
-         /// The division is a multiplication by the rounded 1 / rows, which adds at most 1.5 ULP (up to 2^24 rows).
-         /// </remarks>
-         /// The mean or the sum of the losses, added in double. The mean of no rows is NaN, the sum 0.
+         /// The sum of the losses, added in double, or their mean: the sum over the sum of the weights of the labels.
+         /// Where that is 0 the mean is NaN or infinite.
+ // Targets are smoothed by 0.1.
+ // The weights of the classes are 1, 0.5, 2, 0.
+
+         /// <summary>What the loss of each class counts.</summary>
+         private static ReadOnlySpan<float> ClassWeights => new float[] { 1f, 0.5f, 2f, 0f };
+         // Label smoothing s makes of a target t, with the weight w of its class: (1 - s) w t + s w / 4.
+         // These are the factors of the targets, what is added to them, and how much that is in total.
+         private static ReadOnlySpan<float> TargetFactors => new float[] { 0.9f, 0.45f, 1.8f, 0f };
+         private static ReadOnlySpan<float> SmoothingTerms => new float[] { 0.025f, 0.0125f, 0.05f, 0f };
+         private const float TotalSmoothing = 0.0875f;
+
-         [MethodImpl(AggressiveInlining)]
+         /// <summary>The smoothed loss of a label.</summary>
+         [MethodImpl(NoInlining | AggressiveOptimization)]
-             var log = LogOfSum128(ref logits, out var largest);
-             return largest - Unsafe.Add(ref logits, label) + log;
+             var logit = Unsafe.Add(ref logits, label);
+             var z = Vector128.LoadUnsafe(ref logits);
+             var a = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(SmoothingTerms));
+             var max = MaxOfLanes(z);
+             var first = BitOperations.TrailingZeroCount(Matches(z, max));
+             var shift = LargeOf(max);
+             var top = max - shift;
+             var row = new Reference128(top);
+             // Halves: max - z may be more than a float can hold where the loss is not.
+             var halfMax = max * Vector128.Create(0.5f);
+
+             var e = Exp(z - shift, row);
+             var loss = SmoothingOf(z, halfMax, a);
+             var eKept = Without(e, first);
+             var others = SumOfLanes(eKept);
+             var smoothed = SumOfLanes(loss);
+
+             var weight = TargetFactors[label];
+             var log = Vector128.ToScalar(LogOnePlusOfRow(others / LaneAt(e, first)));
+             return LossOf(Vector128.ToScalar(max), logit, log, weight, Vector128.ToScalar(smoothed));
-         [MethodImpl(AggressiveInlining)]
+         [MethodImpl(NoInlining | AggressiveOptimization)]
-             var log = LogOfSumScalar(logits, out var largest);
-             return largest - logits[label] + log;
+             var logit = logits[label];
+             var z0 = (double)logits[0];
+             var z1 = (double)logits[1];
+             var z2 = (double)logits[2];
+             var z3 = (double)logits[3];
+             var a0 = (double)SmoothingTerms[0];
+             var a1 = (double)SmoothingTerms[1];
+             var a2 = (double)SmoothingTerms[2];
+             var a3 = (double)SmoothingTerms[3];
+             var max = Max(Max(z0, z1), Max(z2, z3));
+             var first = z0 == max ? 0 : z1 == max ? 1 : z2 == max ? 2 : 3;
+
+             var e0 = Exp(z0 - max);
+             var e1 = Exp(z1 - max);
+             var e2 = Exp(z2 - max);
+             var e3 = Exp(z3 - max);
+             var loss0 = Weighted(a0, max - z0);
+             var loss1 = Weighted(a1, max - z1);
+             var loss2 = Weighted(a2, max - z2);
+             var loss3 = Weighted(a3, max - z3);
+             var eKept0 = first == 0 ? 0 : e0;
+             var eKept1 = first == 1 ? 0 : e1;
+             var eKept2 = first == 2 ? 0 : e2;
+             var eKept3 = first == 3 ? 0 : e3;
+             var others = (eKept0 + eKept2) + (eKept1 + eKept3);
+             var smoothed = (loss0 + loss2) + (loss1 + loss3);
+
+             var weight = TargetFactors[label];
+             var log = (float)LogOnePlus(others + (max - max));
+             return (float)((Weighted(weight, (max - logit)) + smoothed) + ((weight + TotalSmoothing) * log));
+             var f = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(TargetFactors));
+             var a = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(SmoothingTerms));
-             // Halves: max - z may be more than a float can hold where the loss is not.
-             var loss = Weighted(t, MultiplyAdd(z, Vector128.Create(-0.5f), halfMax));
+             var u = MultiplyAdd(t, f, a);
+             var loss = Weighted(u, MultiplyAdd(z, Vector128.Create(-0.5f), halfMax));
-             var weights = SumOfLanes(t);
+             var weights = SumOfLanes(u);
+             var f0 = (double)TargetFactors[0];
+             var f1 = (double)TargetFactors[1];
+             var f2 = (double)TargetFactors[2];
+             var f3 = (double)TargetFactors[3];
+             var a0 = (double)SmoothingTerms[0];
+             var a1 = (double)SmoothingTerms[1];
+             var a2 = (double)SmoothingTerms[2];
+             var a3 = (double)SmoothingTerms[3];
-             var loss0 = Weighted(t0, max - z0);
-             var loss1 = Weighted(t1, max - z1);
-             var loss2 = Weighted(t2, max - z2);
-             var loss3 = Weighted(t3, max - z3);
+             var u0 = (t0 * f0) + a0;
+             var u1 = (t1 * f1) + a1;
+             var u2 = (t2 * f2) + a2;
+             var u3 = (t3 * f3) + a3;
+             var loss0 = Weighted(u0, max - z0);
+             var loss1 = Weighted(u1, max - z1);
+             var loss2 = Weighted(u2, max - z2);
+             var loss3 = Weighted(u3, max - z3);
-             var weights = (t0 + t2) + (t1 + t3);
+             var weights = (u0 + u2) + (u1 + u3);
-         /// <summary>-log of the probability of the label.</summary>
-         private static float LabelLossFromProbabilities(ref float probabilities, int label)
+         private static float LabelLossFromProbabilities(ref float probabilities, int label) =>
+             Sse2.IsSupported || AdvSimd.Arm64.IsSupported
+                 ? LabelLossFromProbabilities128(ref probabilities, label)
+                 : LabelLossFromProbabilitiesScalar(RowSpan(ref probabilities), label);
+
+         [MethodImpl(NoInlining | AggressiveOptimization)]
+         private static float LabelLossFromProbabilities128(ref float probabilities, int label)
+         {
+             var weight = TargetFactors[label];
+             var ofLabel = Weighted(
+                 weight,
+                 (0f - Vector128.ToScalar(Log(Vector128.CreateScalar(Unsafe.Add(ref probabilities, label)))))
+             );
+             var p = Vector128.LoadUnsafe(ref probabilities);
+             var a = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(SmoothingTerms));
+             var loss = Weighted(a, Vector128<float>.Zero - Log(p));
+             var smoothed = SumOfLanes(loss);
+             return Vector128.ToScalar(smoothed) + ofLabel;
+         }
+
+         [MethodImpl(NoInlining | AggressiveOptimization)]
+         private static float LabelLossFromProbabilitiesScalar(ReadOnlySpan<float> probabilities, int label)
-             var probability = Unsafe.Add(ref probabilities, label);
-             return Sse2.IsSupported || AdvSimd.Arm64.IsSupported
-                 ? 0f - Vector128.ToScalar(Log(Vector128.CreateScalar(probability)))
-                 : (float)(0.0 - Log((double)probability));
+             var weight = TargetFactors[label];
+             var ofLabel = Weighted(weight, (0.0 - Log((double)probabilities[label])));
+             var p0 = (double)probabilities[0];
+             var p1 = (double)probabilities[1];
+             var p2 = (double)probabilities[2];
+             var p3 = (double)probabilities[3];
+             var a0 = (double)SmoothingTerms[0];
+             var a1 = (double)SmoothingTerms[1];
+             var a2 = (double)SmoothingTerms[2];
+             var a3 = (double)SmoothingTerms[3];
+             var loss0 = Weighted(a0, 0.0 - Log(p0));
+             var loss1 = Weighted(a1, 0.0 - Log(p1));
+             var loss2 = Weighted(a2, 0.0 - Log(p2));
+             var loss3 = Weighted(a3, 0.0 - Log(p3));
+             var smoothed = (loss0 + loss2) + (loss1 + loss3);
+             return (float)(smoothed + ofLabel);
-             var loss = Weighted(t, Vector128<float>.Zero - Log(p));
+             var f = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(TargetFactors));
+             var a = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(SmoothingTerms));
+             var u = MultiplyAdd(t, f, a);
+             var loss = Weighted(u, Vector128<float>.Zero - Log(p));
-             var loss0 = Weighted(t0, 0.0 - Log(p0));
-             var loss1 = Weighted(t1, 0.0 - Log(p1));
-             var loss2 = Weighted(t2, 0.0 - Log(p2));
-             var loss3 = Weighted(t3, 0.0 - Log(p3));
+             var f0 = (double)TargetFactors[0];
+             var f1 = (double)TargetFactors[1];
+             var f2 = (double)TargetFactors[2];
+             var f3 = (double)TargetFactors[3];
+             var a0 = (double)SmoothingTerms[0];
+             var a1 = (double)SmoothingTerms[1];
+             var a2 = (double)SmoothingTerms[2];
+             var a3 = (double)SmoothingTerms[3];
+             var u0 = (t0 * f0) + a0;
+             var u1 = (t1 * f1) + a1;
+             var u2 = (t2 * f2) + a2;
+             var u3 = (t3 * f3) + a3;
+             var loss0 = Weighted(u0, 0.0 - Log(p0));
+             var loss1 = Weighted(u1, 0.0 - Log(p1));
+             var loss2 = Weighted(u2, 0.0 - Log(p2));
+             var loss3 = Weighted(u3, 0.0 - Log(p3));
-         /// <summary>Writes the gradient, times <paramref name="scale"/>, and returns the loss.</summary>
+         /// <summary>
+         /// Writes the gradient of the smoothed label, times <paramref name="scale"/>, and returns the loss.
+         /// </summary>
+             var a = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(SmoothingTerms));
-             var top = max;
-             if (Math.Abs(Vector128.ToScalar(max)) >= LargeLogit)
+             var shift = LargeOf(max);
+             var top = max - shift;
-             {
-                 z -= max;
-                 labelled -= max;
-                 top -= max;
-             }
-
-             var factor = Vector128.Create(scale);
+             labelled -= shift;
+             var halfMax = max * Vector128.Create(0.5f);
-             var e = Exp(z, row);
+             var e = Exp(z - shift, row);
+             var loss = SmoothingOf(z, halfMax, a);
+             var smoothed = SumOfLanes(loss);
-             Vector128.StoreUnsafe(e / sum * factor, ref gradient);
-
-             // Lane 0 has the label, the others the largest logit. p - 1 would cancel where they are the same.
-             var exponentials = Exp(Vector128.WithElement(top, 0, Vector128.ToScalar(labelled)), row);
-             var probability = exponentials / sum;
-             var isFirst = Vector128.AsSingle(Vector128.Equals(Vector128.Create(label), Vector128.Create(first)));
-             var ofLabel = Select(isFirst, -(others / sum), probability - Vector128.Create(1f));
+             var weight = TargetFactors[label];
+             var log = Vector128.ToScalar(LogOnePlusOfRow(others / LaneAt(e, first)));
+             var crossEntropy = LossOf(Vector128.ToScalar(max), logit, log, weight, Vector128.ToScalar(smoothed));
+             var total = Vector128.Create(weight + TotalSmoothing);
+             var factor = Vector128.Create(scale);
+             var exponential = Exp(labelled, row);
+             var ofLabel = MultiplyAdd(exponential / sum, total, -Vector128.Create(SmoothingTerms[label] + weight));
+             Vector128.StoreUnsafe(MultiplyAdd(e / sum, total, -a) * factor, ref gradient);
-
+             return crossEntropy;
-             var log = Vector128.GetElement(LogOnePlusOfRow(others / exponentials), 1);
-             return Vector128.ToScalar(max) - logit + log;
+             var a0 = (double)SmoothingTerms[0];
+             var a1 = (double)SmoothingTerms[1];
+             var a2 = (double)SmoothingTerms[2];
+             var a3 = (double)SmoothingTerms[3];
+             var loss0 = Weighted(a0, max - z0);
+             var loss1 = Weighted(a1, max - z1);
+             var loss2 = Weighted(a2, max - z2);
+             var loss3 = Weighted(a3, max - z3);
+             var smoothed = (loss0 + loss2) + (loss1 + loss3);
-             gradient[0] = (float)((float)(e0 / sum) * scale);
-             gradient[1] = (float)((float)(e1 / sum) * scale);
-             gradient[2] = (float)((float)(e2 / sum) * scale);
-             gradient[3] = (float)((float)(e3 / sum) * scale);
-
-             // p - 1 would cancel where the label has the largest logit.
-             var ofLabel = label == first ? -(others / sum) : (Exp(logit - max) / sum) - 1;
+             var weight = TargetFactors[label];
+             var log = (float)LogOnePlus(others + (max - max));
+             var crossEntropy = (float)(
+                 (Weighted(weight, (max - logit)) + smoothed) + ((weight + TotalSmoothing) * log)
+             );
+             var total = weight + TotalSmoothing;
+             var exponential = Exp(logit - max);
+             var ofLabel = ((exponential / sum) * total) - (SmoothingTerms[label] + weight);
+             gradient[0] = (float)((float)(((e0 / sum) * total) - a0) * scale);
+             gradient[1] = (float)((float)(((e1 / sum) * total) - a1) * scale);
+             gradient[2] = (float)((float)(((e2 / sum) * total) - a2) * scale);
+             gradient[3] = (float)((float)(((e3 / sum) * total) - a3) * scale);
-             return (float)max - logit + (float)LogOnePlus(others + (max - max));
+             return crossEntropy;
+             var f = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(TargetFactors));
+             var a = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(SmoothingTerms));
-             var loss = Weighted(t, MultiplyAdd(z, Vector128.Create(-0.5f), halfMax));
+             var u = MultiplyAdd(t, f, a);
+             var loss = Weighted(u, MultiplyAdd(z, Vector128.Create(-0.5f), halfMax));
-             var weights = SumOfLanes(t);
+             var weights = SumOfLanes(u);
-             Vector128.StoreUnsafe(MultiplyAdd(e / sum, weights, -t) * factor, ref gradient);
+             Vector128.StoreUnsafe(MultiplyAdd(e / sum, weights, -u) * factor, ref gradient);
+             var f0 = (double)TargetFactors[0];
+             var f1 = (double)TargetFactors[1];
+             var f2 = (double)TargetFactors[2];
+             var f3 = (double)TargetFactors[3];
+             var a0 = (double)SmoothingTerms[0];
+             var a1 = (double)SmoothingTerms[1];
+             var a2 = (double)SmoothingTerms[2];
+             var a3 = (double)SmoothingTerms[3];
-             var loss0 = Weighted(t0, max - z0);
-             var loss1 = Weighted(t1, max - z1);
-             var loss2 = Weighted(t2, max - z2);
-             var loss3 = Weighted(t3, max - z3);
+             var u0 = (t0 * f0) + a0;
+             var u1 = (t1 * f1) + a1;
+             var u2 = (t2 * f2) + a2;
+             var u3 = (t3 * f3) + a3;
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
-             var rows = (nuint)losses.Length;
+             for (nuint row = 0; row < (nuint)losses.Length; row++)
-             nuint row = 0;
-             while (row < rows)
-                 if (rows - row >= RowsAtOnce)
+                 At(losses, row) = LabelLossFromProbabilities(ref RowOf(probabilities, row), At(labels, row));
-                 {
-                     row = rows - LabelLossesFromProbabilitiesAtOnce(
-                         ref RowOf(probabilities, row),
-                         ref At(labels, row),
-                         ref At(losses, row),
-                         rows - row
-                     );
-                 }
-
-                 if (row < rows)
-                 {
-                     var end = Math.Min(row + RowsAtOnce, rows);
-                     LabelLossesFromProbabilitiesSingly(
-                         ref RowOf(probabilities, row),
-                         ref At(labels, row),
-                         ref At(losses, row),
-                         end - row
-                     );
-                     row = end;
-                 }
-         [MethodImpl(AggressiveInlining)]
-         private static nuint LabelLossesFromProbabilitiesAtOnce(
-             ref float probabilities,
-             ref int labels,
-             ref float losses,
-             nuint rows
-         ) =>
-             Vector512.IsHardwareAccelerated
-                 ? LabelLossesFromProbabilitiesMany512(ref probabilities, ref labels, ref losses, rows, Classes)
-             : Vector256.IsHardwareAccelerated && Fma.IsSupported
-                 ? LabelLossesFromProbabilitiesMany256(ref probabilities, ref labels, ref losses, rows, Classes)
-             : Sse2.IsSupported || AdvSimd.Arm64.IsSupported
-                 ? LabelLossesFromProbabilitiesMany128(ref probabilities, ref labels, ref losses, rows, Classes)
-             : rows;
-
-         [MethodImpl(NoInlining | AggressiveOptimization)]
-         private static void LabelLossesFromProbabilitiesSingly(
-             ref float probabilities,
-             ref int labels,
-             ref float losses,
-             nuint rows
-         )
-         {
-             for (nuint row = 0; row < rows; row++)
-             {
-                 Unsafe.Add(ref losses, row) = LabelLossFromProbabilities(
-                     ref RowOf(ref probabilities, row),
-                     Unsafe.Add(ref labels, row)
-                 );
-             }
-         }
-
-             var scale = reduction == Reduction.Mean ? 1f / rows : 1f;
+             var totalWeight = TotalWeight(labels);
+             var scale = reduction == Reduction.Mean ? (float)(1.0 / totalWeight) : 1f;
-             return sum.Reduce(rows, reduction);
+             return sum.Reduce(totalWeight, reduction);
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
+             }
+
+             return sum.Total();
+         }
+
+                 var weight = InTileOrder(WeightsOfLabels512(ref labels));
+                 // Halves: max - z may be more than a float can hold where the loss is not.
+                 var halfMax = max * Vector512.Create(0.5f);
+                 var loss0 = SmoothingOf(z0, halfMax, Vector512.Create(SmoothingTerms[0]));
+                 var loss1 = SmoothingOf(z1, halfMax, Vector512.Create(SmoothingTerms[1]));
+                 var loss2 = SmoothingOf(z2, halfMax, Vector512.Create(SmoothingTerms[2]));
+                 var loss3 = SmoothingOf(z3, halfMax, Vector512.Create(SmoothingTerms[3]));
+                 var smoothed = (loss0 + loss2) + (loss1 + loss3);
-                 var loss = max - logit + LogOnePlus(others / largestTerm);
+                 var loss = LossOf(max, logit, LogOnePlus(others / largestTerm), weight, smoothed);
+                 var weight = InTileOrder(WeightsOfLabels512(ref labels));
+                 var halfMax = max * Vector512.Create(0.5f);
+                 var loss0 = SmoothingOf(z0, halfMax, Vector512.Create(SmoothingTerms[0]));
+                 var loss1 = SmoothingOf(z1, halfMax, Vector512.Create(SmoothingTerms[1]));
+                 var loss2 = SmoothingOf(z2, halfMax, Vector512.Create(SmoothingTerms[2]));
+                 var loss3 = SmoothingOf(z3, halfMax, Vector512.Create(SmoothingTerms[3]));
+                 var smoothed = (loss0 + loss2) + (loss1 + loss3);
-                 var loss = max - logit + LogOnePlus(others / largestTerm);
+                 var loss = LossOf(max, logit, LogOnePlus(others / largestTerm), weight, smoothed);
-                 // p - 1 would cancel where the label has the largest logit.
+                 var total = weight + Vector512.Create(TotalSmoothing);
-                 var isFirst = Vector512.AsSingle(Vector512.Equals(label, first));
-                 var ofFirst = -(others / sum);
-                 var y0 = OfLabel(e0 / sum, label, 0, isFirst, ofFirst) * factor;
-                 var y1 = OfLabel(e1 / sum, label, 1, isFirst, ofFirst) * factor;
-                 var y2 = OfLabel(e2 / sum, label, 2, isFirst, ofFirst) * factor;
-                 var y3 = OfLabel(e3 / sum, label, 3, isFirst, ofFirst) * factor;
+                 var y0 = OfLabel(e0 / sum, label, 0, total, weight, Vector512.Create(SmoothingTerms[0])) * factor;
+                 var y1 = OfLabel(e1 / sum, label, 1, total, weight, Vector512.Create(SmoothingTerms[1])) * factor;
+                 var y2 = OfLabel(e2 / sum, label, 2, total, weight, Vector512.Create(SmoothingTerms[2])) * factor;
+                 var y3 = OfLabel(e3 / sum, label, 3, total, weight, Vector512.Create(SmoothingTerms[3])) * factor;
+         /// <summary>
+         /// The gradient of a class: its probability less its target, which is larger in the rows that have it as label.
+         /// </summary>
+         [MethodImpl(AggressiveInlining)]
+         private static Vector512<float> OfLabel(
+             Vector512<float> p,
+             Vector512<int> label,
+             int index,
+             Vector512<float> total,
+             Vector512<float> weight,
+             Vector512<float> smoothing
+         ) =>
+             Vector512.FusedMultiplyAdd(p, total, -WhereLabel(label, index, smoothing + weight, smoothing));
+
+
+         /// <summary>What the targets count of as many labels as a vector has lanes.</summary>
+         [MethodImpl(AggressiveInlining)]
+         private static Vector512<float> WeightsOfLabels512(ref int labels) =>
+             Vector512.Create(
+                 TargetFactors[labels],
+                 TargetFactors[Unsafe.Add(ref labels, 1)],
+                 TargetFactors[Unsafe.Add(ref labels, 2)],
+                 TargetFactors[Unsafe.Add(ref labels, 3)],
+                 TargetFactors[Unsafe.Add(ref labels, 4)],
+                 TargetFactors[Unsafe.Add(ref labels, 5)],
+                 TargetFactors[Unsafe.Add(ref labels, 6)],
+                 TargetFactors[Unsafe.Add(ref labels, 7)],
+                 TargetFactors[Unsafe.Add(ref labels, 8)],
+                 TargetFactors[Unsafe.Add(ref labels, 9)],
+                 TargetFactors[Unsafe.Add(ref labels, 10)],
+                 TargetFactors[Unsafe.Add(ref labels, 11)],
+                 TargetFactors[Unsafe.Add(ref labels, 12)],
+                 TargetFactors[Unsafe.Add(ref labels, 13)],
+                 TargetFactors[Unsafe.Add(ref labels, 14)],
+                 TargetFactors[Unsafe.Add(ref labels, 15)]
+             );
+         /// <summary>
+         /// The loss of a label from the gap between the largest logit and its own, which itself may overflow.
+         /// </summary>
+         [MethodImpl(AggressiveInlining)]
+         private static Vector512<float> LossOf(
+             Vector512<float> largest,
+             Vector512<float> logit,
+             Vector512<float> log,
+             Vector512<float> weight,
+             Vector512<float> smoothed
+         )
+         {
+             var gap = (Vector512.Create(0.5f) * largest) - (Vector512.Create(0.5f) * logit);
+             return ((Weighted(weight, gap) + smoothed) * Vector512.Create(2f))
+                 + ((weight + Vector512.Create(TotalSmoothing)) * log);
+         }
+
+         /// <summary>What smoothing adds for a class, or for several, at the scale of the gaps.</summary>
+         [MethodImpl(AggressiveInlining)]
+         private static Vector512<float> SmoothingOf(
+             Vector512<float> z,
+             Vector512<float> halfMax,
+             Vector512<float> smoothing
+         ) =>
+             Weighted(smoothing, Vector512.FusedMultiplyAdd(z, Vector512.Create(-0.5f), halfMax));
+
+                 var weight = InTileOrder(WeightsOfLabels256(ref labels));
+                 var halfMax = max * Vector256.Create(0.5f);
+                 var loss0 = SmoothingOf(z0, halfMax, Vector256.Create(SmoothingTerms[0]));
+                 var loss1 = SmoothingOf(z1, halfMax, Vector256.Create(SmoothingTerms[1]));
+                 var loss2 = SmoothingOf(z2, halfMax, Vector256.Create(SmoothingTerms[2]));
+                 var loss3 = SmoothingOf(z3, halfMax, Vector256.Create(SmoothingTerms[3]));
+                 var smoothed = (loss0 + loss2) + (loss1 + loss3);
-                 var loss = max - logit + LogOnePlus(others / largestTerm);
+                 var loss = LossOf(max, logit, LogOnePlus(others / largestTerm), weight, smoothed);
+                 var weight = InTileOrder(WeightsOfLabels256(ref labels));
+                 var halfMax = max * Vector256.Create(0.5f);
+                 var loss0 = SmoothingOf(z0, halfMax, Vector256.Create(SmoothingTerms[0]));
+                 var loss1 = SmoothingOf(z1, halfMax, Vector256.Create(SmoothingTerms[1]));
+                 var loss2 = SmoothingOf(z2, halfMax, Vector256.Create(SmoothingTerms[2]));
+                 var loss3 = SmoothingOf(z3, halfMax, Vector256.Create(SmoothingTerms[3]));
+                 var smoothed = (loss0 + loss2) + (loss1 + loss3);
-                 var loss = max - logit + LogOnePlus(others / largestTerm);
+                 var loss = LossOf(max, logit, LogOnePlus(others / largestTerm), weight, smoothed);
-                 var isFirst = Vector256.AsSingle(Vector256.Equals(label, first));
+                 var total = weight + Vector256.Create(TotalSmoothing);
-                 var ofFirst = -(others / sum);
-                 var y0 = OfLabel(e0 / sum, label, 0, isFirst, ofFirst) * factor;
-                 var y1 = OfLabel(e1 / sum, label, 1, isFirst, ofFirst) * factor;
-                 var y2 = OfLabel(e2 / sum, label, 2, isFirst, ofFirst) * factor;
-                 var y3 = OfLabel(e3 / sum, label, 3, isFirst, ofFirst) * factor;
+                 var y0 = OfLabel(e0 / sum, label, 0, total, weight, Vector256.Create(SmoothingTerms[0])) * factor;
+                 var y1 = OfLabel(e1 / sum, label, 1, total, weight, Vector256.Create(SmoothingTerms[1])) * factor;
+                 var y2 = OfLabel(e2 / sum, label, 2, total, weight, Vector256.Create(SmoothingTerms[2])) * factor;
+                 var y3 = OfLabel(e3 / sum, label, 3, total, weight, Vector256.Create(SmoothingTerms[3])) * factor;
+
+         [MethodImpl(AggressiveInlining)]
+         private static Vector256<float> OfLabel(
+             Vector256<float> p,
+             Vector256<int> label,
+             int index,
+             Vector256<float> total,
+             Vector256<float> weight,
+             Vector256<float> smoothing
+         ) =>
+             Vector256.FusedMultiplyAdd(p, total, -WhereLabel(label, index, smoothing + weight, smoothing));
+
+         [MethodImpl(AggressiveInlining)]
+         private static Vector256<float> WeightsOfLabels256(ref int labels) =>
+             Vector256.Create(
+                 TargetFactors[labels],
+                 TargetFactors[Unsafe.Add(ref labels, 1)],
+                 TargetFactors[Unsafe.Add(ref labels, 2)],
+                 TargetFactors[Unsafe.Add(ref labels, 3)],
+                 TargetFactors[Unsafe.Add(ref labels, 4)],
+                 TargetFactors[Unsafe.Add(ref labels, 5)],
+                 TargetFactors[Unsafe.Add(ref labels, 6)],
+                 TargetFactors[Unsafe.Add(ref labels, 7)]
+             );
+
+         [MethodImpl(AggressiveInlining)]
+         private static Vector256<float> LossOf(
+             Vector256<float> largest,
+             Vector256<float> logit,
+             Vector256<float> log,
+             Vector256<float> weight,
+             Vector256<float> smoothed
+         )
+         {
+             var gap = (Vector256.Create(0.5f) * largest) - (Vector256.Create(0.5f) * logit);
+             return ((Weighted(weight, gap) + smoothed) * Vector256.Create(2f))
+                 + ((weight + Vector256.Create(TotalSmoothing)) * log);
+         }
+
+         [MethodImpl(AggressiveInlining)]
+         private static Vector256<float> SmoothingOf(
+             Vector256<float> z,
+             Vector256<float> halfMax,
+             Vector256<float> smoothing
+         ) =>
+             Weighted(smoothing, Vector256.FusedMultiplyAdd(z, Vector256.Create(-0.5f), halfMax));
+                 var weight = WeightsOfLabels128(ref labels);
+                 var halfMax = max * Vector128.Create(0.5f);
+                 var loss0 = SmoothingOf(z0, halfMax, Vector128.Create(SmoothingTerms[0]));
+                 var loss1 = SmoothingOf(z1, halfMax, Vector128.Create(SmoothingTerms[1]));
+                 var loss2 = SmoothingOf(z2, halfMax, Vector128.Create(SmoothingTerms[2]));
+                 var loss3 = SmoothingOf(z3, halfMax, Vector128.Create(SmoothingTerms[3]));
+                 var smoothed = (loss0 + loss2) + (loss1 + loss3);
-                 var loss = max - logit + LogOnePlus(others / largestTerm);
+                 var loss = LossOf(max, logit, LogOnePlus(others / largestTerm), weight, smoothed);
+                 var weight = WeightsOfLabels128(ref labels);
+                 var halfMax = max * Vector128.Create(0.5f);
+                 var loss0 = SmoothingOf(z0, halfMax, Vector128.Create(SmoothingTerms[0]));
+                 var loss1 = SmoothingOf(z1, halfMax, Vector128.Create(SmoothingTerms[1]));
+                 var loss2 = SmoothingOf(z2, halfMax, Vector128.Create(SmoothingTerms[2]));
+                 var loss3 = SmoothingOf(z3, halfMax, Vector128.Create(SmoothingTerms[3]));
+                 var smoothed = (loss0 + loss2) + (loss1 + loss3);
-                 var loss = max - logit + LogOnePlus(others / largestTerm);
+                 var loss = LossOf(max, logit, LogOnePlus(others / largestTerm), weight, smoothed);
-                 var isFirst = Vector128.AsSingle(Vector128.Equals(label, first));
+                 var total = weight + Vector128.Create(TotalSmoothing);
-                 var ofFirst = -(others / sum);
-                 var y0 = OfLabel(e0 / sum, label, 0, isFirst, ofFirst) * factor;
-                 var y1 = OfLabel(e1 / sum, label, 1, isFirst, ofFirst) * factor;
-                 var y2 = OfLabel(e2 / sum, label, 2, isFirst, ofFirst) * factor;
-                 var y3 = OfLabel(e3 / sum, label, 3, isFirst, ofFirst) * factor;
+                 var y0 = OfLabel(e0 / sum, label, 0, total, weight, Vector128.Create(SmoothingTerms[0])) * factor;
+                 var y1 = OfLabel(e1 / sum, label, 1, total, weight, Vector128.Create(SmoothingTerms[1])) * factor;
+                 var y2 = OfLabel(e2 / sum, label, 2, total, weight, Vector128.Create(SmoothingTerms[2])) * factor;
+                 var y3 = OfLabel(e3 / sum, label, 3, total, weight, Vector128.Create(SmoothingTerms[3])) * factor;
+         [MethodImpl(AggressiveInlining)]
+         private static Vector128<float> OfLabel(
+             Vector128<float> p,
+             Vector128<int> label,
+             int index,
+             Vector128<float> total,
+             Vector128<float> weight,
+             Vector128<float> smoothing
+         ) =>
+             MultiplyAdd(p, total, -WhereLabel(label, index, smoothing + weight, smoothing));
+
+         [MethodImpl(AggressiveInlining)]
+         private static Vector128<float> WeightsOfLabels128(ref int labels) =>
+             Vector128.Create(
+                 TargetFactors[labels],
+                 TargetFactors[Unsafe.Add(ref labels, 1)],
+                 TargetFactors[Unsafe.Add(ref labels, 2)],
+                 TargetFactors[Unsafe.Add(ref labels, 3)]
+             );
+
+         }
+
+         [MethodImpl(AggressiveInlining)]
+         private static Vector128<float> LossOf(
+             Vector128<float> largest,
+             Vector128<float> logit,
+             Vector128<float> log,
+             Vector128<float> weight,
+             Vector128<float> smoothed
+         )
+         {
+             var gap = (Vector128.Create(0.5f) * largest) - (Vector128.Create(0.5f) * logit);
+             return ((Weighted(weight, gap) + smoothed) * Vector128.Create(2f))
+                 + ((weight + Vector128.Create(TotalSmoothing)) * log);
+         }
+
+         [MethodImpl(AggressiveInlining)]
+         private static Vector128<float> SmoothingOf(
+             Vector128<float> z,
+             Vector128<float> halfMax,
+             Vector128<float> smoothing
+         ) =>
+             Weighted(smoothing, MultiplyAdd(z, Vector128.Create(-0.5f), halfMax));
+
+         // ---- Without vectors.
+
+         [MethodImpl(AggressiveInlining)]
+         private static float LossOf(float largest, float logit, float log, float weight, float smoothed)
+         {
+             var gap = (0.5f * largest) - (0.5f * logit);
+             return ((Weighted(weight, gap) + smoothed) * 2f) + ((weight + TotalSmoothing) * log);
