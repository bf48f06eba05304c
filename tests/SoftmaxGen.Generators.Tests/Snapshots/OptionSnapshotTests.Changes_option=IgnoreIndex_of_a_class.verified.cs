-         /// +infinity.
+         /// +infinity. The label 3 is ignored: its loss and its gradient are 0, whatever the logits.
+         /// <remarks>The label 3 is ignored: its loss is 0, whatever the probabilities.</remarks>
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
+         /// Within 8 ULP (10 at worst), also where p of the label is almost 1. The label 3 is ignored: its loss and its
+         /// gradient are 0, whatever the logits.
+         /// </remarks>
-             global::SoftmaxGen.Generated.Classes4.SoftmaxGradient(probabilities, upstream, gradient, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.SoftmaxGradient(
+                 probabilities,
+                 upstream,
+                 gradient,
+                 "EnemyBrain"
+             );
-         /// <returns>The number of right predictions over the number of rows; NaN where that is 0.</returns>
+         /// <returns>
+         /// The number of right predictions over the number of rows that are not ignored; NaN where that is 0.
+         /// </returns>
-         /// The mean or the sum of the losses, added in double. The mean of no rows is NaN, the sum 0.
+         /// The sum of the losses, added in double, or their mean: the sum over the number of rows that are not ignored.
+         /// Where that is 0 the mean is NaN.
-         /// The mean or the sum of the losses, added in double. The mean of no rows is NaN, the sum 0.
+         /// The sum of the losses, added in double, or their mean: the sum over the number of rows that are not ignored.
+         /// Where that is 0 the mean is NaN.
-         /// divided by the number of rows where the loss is their mean.
+         /// divided by the number of rows that are not ignored where the loss is their mean.
-         /// <remarks>
-         /// The division is a multiplication by the rounded 1 / rows, which adds at most 1.5 ULP (up to 2^24 rows).
-         /// </remarks>
-         /// The mean or the sum of the losses, added in double. The mean of no rows is NaN, the sum 0.
+         /// The sum of the losses, added in double, or their mean: the sum over the number of rows that are not ignored.
+         /// Where that is 0 the mean is NaN.
+ // Rows with the label 3 are ignored.
+     using MemoryExtensions = global::System.MemoryExtensions;
+
+         // Rows with this label do not count.
+         private const int IgnoreIndex = 3;
+             if (label == IgnoreIndex)
+             {
+                 return 0f;
+             }
+
+             if (label == IgnoreIndex)
+             {
+                 return 0f;
+             }
+
+             if (label == IgnoreIndex)
+             {
+                 gradient.Clear();
+                 return 0f;
+             }
+
+             var ignored = 0;
-                     right += labels[start + i] == predictions[i] ? 1 : 0;
+                     int label = labels[start + i];
+                     ignored += label == IgnoreIndex ? 1 : 0;
+                     right += label == predictions[i] && label != IgnoreIndex ? 1 : 0;
-             return (float)((double)right / rows);
+             return (float)((double)right / (rows - ignored));
+             var totalWeight = TotalWeight(labels);
-             return sum.Reduce(rows, reduction);
+             return sum.Reduce(totalWeight, reduction);
+
+             ClearIgnored(labels, losses);
+             var totalWeight = TotalWeight(labels);
-             return sum.Reduce(rows, reduction);
+             return sum.Reduce(totalWeight, reduction);
+
+             ClearIgnored(labels, losses);
-             var scale = reduction == Reduction.Mean ? 1f / rows : 1f;
+             var totalWeight = TotalWeight(labels);
+             var scale = reduction == Reduction.Mean ? (float)(1.0 / totalWeight) : 1f;
-             return sum.Reduce(rows, reduction);
+             return sum.Reduce(totalWeight, reduction);
+
+             ClearIgnored(labels, losses, gradients);
+             }
+         }
+
+         /// <summary>
+         /// The first row from <paramref name="start"/> on that is ignored; the number of rows where none is.
+         /// </summary>
+         [MethodImpl(AggressiveInlining)]
+         private static int NextIgnored(ReadOnlySpan<int> labels, int start)
+         {
+             var rows = MemoryExtensions.IndexOf(labels.Slice(start), IgnoreIndex);
+             return rows < 0 ? labels.Length : start + rows;
+         }
+
+         /// <summary>Rows that are ignored have a loss of 0, whatever their logits.</summary>
+         [MethodImpl(AggressiveInlining)]
+         private static void ClearIgnored(ReadOnlySpan<int> labels, Span<float> losses)
+         {
+             for (var row = NextIgnored(labels, 0); row < labels.Length; row = NextIgnored(labels, row + 1))
+             {
+                 losses[row] = 0f;
+             }
+         }
+
+         /// <summary>The same with their gradients.</summary>
+         [MethodImpl(AggressiveInlining)]
+         private static void ClearIgnored(ReadOnlySpan<int> labels, Span<float> losses, Span<float> gradients)
+         {
+             for (var row = NextIgnored(labels, 0); row < labels.Length; row = NextIgnored(labels, row + 1))
+             {
+                 losses[row] = 0f;
+                 gradients.Slice(row * Classes, Classes).Clear();
+             }
+
+         /// <summary>How many rows count.</summary>
+         [MethodImpl(NoInlining | AggressiveOptimization)]
+         private static double TotalWeight(ReadOnlySpan<int> labels)
+         {
+             var count = labels.Length;
+             for (var row = NextIgnored(labels, 0); row < labels.Length; row = NextIgnored(labels, row + 1))
+             {
+                 count--;
+             }
+
+             return count;
