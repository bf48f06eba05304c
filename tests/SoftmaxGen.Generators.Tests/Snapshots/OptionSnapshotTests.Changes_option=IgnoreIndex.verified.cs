-         /// +infinity.
+         /// +infinity. The label -100 is ignored: its loss and its gradient are 0, whatever the logits.
+         /// <remarks>The label -100 is ignored: its loss is 0, whatever the probabilities.</remarks>
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
+         /// Within 8 ULP (10 at worst), also where p of the label is almost 1. The label -100 is ignored: its loss and
+         /// its gradient are 0, whatever the logits.
+         /// </remarks>
-             global::SoftmaxGen.Generated.Classes4.CrossEntropyGradient(logits, label, gradient, "EnemyBrain");
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyGradient(
+                 logits,
+                 label,
+                 gradient,
+                 "EnemyBrain"
+             );
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
-         /// <returns>The number of right predictions over the number of rows; NaN where that is 0.</returns>
+         /// <returns>
+         /// The number of right predictions over the number of rows that are not ignored; NaN where that is 0.
+         /// </returns>
-         /// The mean or the sum of the losses, added in double. The mean of no rows is NaN, the sum 0.
+         /// The sum of the losses, added in double, or their mean: the sum over the number of rows that are not ignored.
+         /// Where that is 0 the mean is NaN.
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
+ // Rows with the label -100 are ignored.
+     using MemoryExtensions = global::System.MemoryExtensions;
+         // Rows with this label do not count.
+         private const int IgnoreIndex = -100;
+
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
-             RequireLabels(labels, Classes, head);
+             RequireLabels(labels, Classes, IgnoreIndex, head);
+             var ignored = 0;
-                     right += labels[start + i] == predictions[i] ? 1 : 0;
+                     int label = labels[start + i];
+                     ignored += label == IgnoreIndex ? 1 : 0;
+                     right += label == predictions[i] && label != IgnoreIndex ? 1 : 0;
-             return (float)((double)right / rows);
+             return (float)((double)right / (rows - ignored));
-             RequireLabels(labels, Classes, head);
+             RequireLabels(labels, Classes, IgnoreIndex, head);
+             var totalWeight = TotalWeight(labels);
-             return sum.Reduce(rows, reduction);
+             return sum.Reduce(totalWeight, reduction);
-             RequireLabels(labels, Classes, head);
+             RequireLabels(labels, Classes, IgnoreIndex, head);
+
+             ClearIgnored(labels, losses);
-                 Unsafe.Add(ref losses, row) = LabelLoss(ref RowOf(ref logits, row), Unsafe.Add(ref labels, row));
+                 Unsafe.Add(ref losses, row) = LabelLoss(
+                     ref RowOf(ref logits, row),
+                     IndexOf(Unsafe.Add(ref labels, row))
+                 );
-             RequireLabels(labels, Classes, head);
+             RequireLabels(labels, Classes, IgnoreIndex, head);
+             var totalWeight = TotalWeight(labels);
-             return sum.Reduce(rows, reduction);
+             return sum.Reduce(totalWeight, reduction);
-             RequireLabels(labels, Classes, head);
+             RequireLabels(labels, Classes, IgnoreIndex, head);
+
+             ClearIgnored(labels, losses);
-                 ? LabelLossesFromProbabilitiesMany512(ref probabilities, ref labels, ref losses, rows, Classes)
+                 ? LabelLossesFromProbabilitiesMany512(ref probabilities, ref labels, ref losses, rows)
-                 ? LabelLossesFromProbabilitiesMany256(ref probabilities, ref labels, ref losses, rows, Classes)
+                 ? LabelLossesFromProbabilitiesMany256(ref probabilities, ref labels, ref losses, rows)
-                 ? LabelLossesFromProbabilitiesMany128(ref probabilities, ref labels, ref losses, rows, Classes)
+                 ? LabelLossesFromProbabilitiesMany128(ref probabilities, ref labels, ref losses, rows)
-                     Unsafe.Add(ref labels, row)
+                     IndexOf(Unsafe.Add(ref labels, row))
-             RequireLabels(labels, Classes, head);
+             RequireLabels(labels, Classes, IgnoreIndex, head);
-             var scale = reduction == Reduction.Mean ? 1f / rows : 1f;
+             var totalWeight = TotalWeight(labels);
+             var scale = reduction == Reduction.Mean ? (float)(1.0 / totalWeight) : 1f;
-             return sum.Reduce(rows, reduction);
+             return sum.Reduce(totalWeight, reduction);
+
+             ClearIgnored(labels, losses, gradients);
-                     Unsafe.Add(ref labels, row),
+                     IndexOf(Unsafe.Add(ref labels, row)),
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
+         }
+
+         /// <summary>How many rows count.</summary>
+         [MethodImpl(NoInlining | AggressiveOptimization)]
+         private static double TotalWeight(ReadOnlySpan<int> labels)
+         {
+             var count = labels.Length;
+             for (var row = NextIgnored(labels, 0); row < labels.Length; row = NextIgnored(labels, row + 1))
+             {
+                 count--;
+
+             return count;
-             if (label < 0 || label >= Classes)
+             if ((label < 0 || label >= Classes) && label != IgnoreIndex)
-                 ThrowLabel(label, Classes, head);
+                 ThrowLabel(label, Classes, IgnoreIndex, head);
+
+         /// <summary>The class of a label; any class for a row that is ignored.</summary>
+         [MethodImpl(AggressiveInlining)]
+         private static int IndexOf(int label) => label == IgnoreIndex ? 0 : label;
+         /// <summary>What stands at the label of a row.</summary>
+         [MethodImpl(AggressiveInlining)]
+         private static ref float ElementOfLabel(ref float rows, ref int labels, nuint row, nuint classes) =>
+             ref Unsafe.Add(ref Unsafe.Add(ref rows, row * classes), IndexOf(Unsafe.Add(ref labels, row)));
+
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
+                 Vector512.StoreUnsafe(
+                     Vector512<float>.Zero - Log(ElementsOfLabels512(ref probabilities, ref labels, Classes)),
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
+
+         /// <summary>What stands at the labels of as many rows as a vector has lanes.</summary>
+         [MethodImpl(AggressiveInlining)]
+         private static Vector512<float> ElementsOfLabels512(ref float rows, ref int labels, nuint classes) =>
+             Vector512.Create(
+                 ElementOfLabel(ref rows, ref labels, 0, classes),
+                 ElementOfLabel(ref rows, ref labels, 1, classes),
+                 ElementOfLabel(ref rows, ref labels, 2, classes),
+                 ElementOfLabel(ref rows, ref labels, 3, classes),
+                 ElementOfLabel(ref rows, ref labels, 4, classes),
+                 ElementOfLabel(ref rows, ref labels, 5, classes),
+                 ElementOfLabel(ref rows, ref labels, 6, classes),
+                 ElementOfLabel(ref rows, ref labels, 7, classes),
+                 ElementOfLabel(ref rows, ref labels, 8, classes),
+                 ElementOfLabel(ref rows, ref labels, 9, classes),
+                 ElementOfLabel(ref rows, ref labels, 10, classes),
+                 ElementOfLabel(ref rows, ref labels, 11, classes),
+                 ElementOfLabel(ref rows, ref labels, 12, classes),
+                 ElementOfLabel(ref rows, ref labels, 13, classes),
+                 ElementOfLabel(ref rows, ref labels, 14, classes),
+                 ElementOfLabel(ref rows, ref labels, 15, classes)
+             );
+
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
+                 Vector256.StoreUnsafe(
+                     Vector256<float>.Zero - Log(ElementsOfLabels256(ref probabilities, ref labels, Classes)),
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
+         private static Vector256<float> ElementsOfLabels256(ref float rows, ref int labels, nuint classes) =>
+             Vector256.Create(
+                 ElementOfLabel(ref rows, ref labels, 0, classes),
+                 ElementOfLabel(ref rows, ref labels, 1, classes),
+                 ElementOfLabel(ref rows, ref labels, 2, classes),
+                 ElementOfLabel(ref rows, ref labels, 3, classes),
+                 ElementOfLabel(ref rows, ref labels, 4, classes),
+                 ElementOfLabel(ref rows, ref labels, 5, classes),
+                 ElementOfLabel(ref rows, ref labels, 6, classes),
+                 ElementOfLabel(ref rows, ref labels, 7, classes)
+             );
+
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
+                 Vector128.StoreUnsafe(
+                     Vector128<float>.Zero - Log(ElementsOfLabels128(ref probabilities, ref labels, Classes)),
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
+         private static Vector128<float> ElementsOfLabels128(ref float rows, ref int labels, nuint classes) =>
+             Vector128.Create(
+                 ElementOfLabel(ref rows, ref labels, 0, classes),
+                 ElementOfLabel(ref rows, ref labels, 1, classes),
+                 ElementOfLabel(ref rows, ref labels, 2, classes),
+                 ElementOfLabel(ref rows, ref labels, 3, classes)
+             );
