-         /// A NaN, a +infinity or nothing but -infinity makes every probability NaN.
+         /// A NaN or a +infinity makes every probability NaN.
+         /// A row of -infinity alone gives probabilities of 0.
-         /// -infinity.
+         /// -infinity. So does a row of -infinity alone.
-         /// +infinity.
+         /// +infinity. A row of -infinity alone has the loss 0 and the gradient 0.
-         /// <remarks>A target of 0 adds 0, even for a masked class.</remarks>
+         /// <remarks>
+         /// A target of 0 adds 0, even for a masked class. A row of -infinity alone has the loss 0 and the gradient 0.
+         /// </remarks>
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
-         /// <remarks>Within 8 ULP (10 at worst), also where p of the label is almost 1.</remarks>
+         /// <remarks>
+         /// Within 8 ULP (10 at worst), also where p of the label is almost 1. A row of -infinity alone has the loss 0
+         /// and the gradient 0.
+         /// </remarks>
-             global::SoftmaxGen.Generated.Classes4.CrossEntropyGradient(logits, label, gradient, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyGradient(
+                 logits,
+                 label,
+                 gradient,
+                 "EnemyBrain"
+             );
+         /// <remarks>A row of -infinity alone has the loss 0 and the gradient 0.</remarks>
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
-             global::SoftmaxGen.Generated.Classes4.LogSoftmaxBatch(logits, logProbabilities, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.LogSoftmaxBatch(
+                 logits,
+                 logProbabilities,
+                 "EnemyBrain"
+             );
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
+ // A row of -infinity alone gives 0.
+             if (Vector128.ToScalar(max) == float.NegativeInfinity && IsMasked(RowSpan(ref logits)))
+             {
+                 RowSpan(ref probabilities).Clear();
+                 return;
+             }
+
+             if ((float)max == float.NegativeInfinity && IsMasked(logits))
+             {
+                 probabilities.Clear();
+                 return;
+             }
+
+             if (Vector128.ToScalar(max) == float.NegativeInfinity && IsMasked(RowSpan(ref logits)))
+             {
+                 RowSpan(ref logProbabilities).Fill(float.NegativeInfinity);
+                 return;
+             }
+
+             if ((float)max == float.NegativeInfinity && IsMasked(logits))
+             {
+                 logProbabilities.Fill(float.NegativeInfinity);
+                 return;
+             }
+
+             if (largest == float.NegativeInfinity && IsMasked(RowSpan(ref logits)))
+             {
+                 return 0f;
+             }
+
+             if (largest == float.NegativeInfinity && IsMasked(logits))
+             {
+                 return 0f;
+             }
+
+             if (Vector128.ToScalar(max) == float.NegativeInfinity && IsMasked(RowSpan(ref logits)))
+             {
+                 return 0f;
+             }
+
+             if ((float)max == float.NegativeInfinity && IsMasked(logits))
+             {
+                 return 0f;
+             }
+             if (Vector128.ToScalar(max) == float.NegativeInfinity && IsMasked(RowSpan(ref logits)))
+             {
+                 RowSpan(ref gradient).Clear();
+                 return 0f;
+             }
+
+             if ((float)max == float.NegativeInfinity && IsMasked(logits))
+             {
+                 gradient.Clear();
+                 return 0f;
+             }
+             if (Vector128.ToScalar(max) == float.NegativeInfinity && IsMasked(RowSpan(ref logits)))
+             {
+                 RowSpan(ref gradient).Clear();
+                 return 0f;
+             }
+
+             if ((float)max == float.NegativeInfinity && IsMasked(logits))
+             {
+                 gradient.Clear();
+                 return 0f;
+             }
