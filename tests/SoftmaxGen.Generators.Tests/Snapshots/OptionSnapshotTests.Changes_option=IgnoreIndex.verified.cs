-         /// +infinity.
+         /// +infinity. The label -100 is ignored: its loss and its gradient are 0, whatever the logits.
+         /// <remarks>The label -100 is ignored: its loss is 0, whatever the probabilities.</remarks>
-         /// <remarks>Within 8 ULP (10 at worst), also where p of the label is almost 1.</remarks>
+         /// <remarks>
+         /// Within 8 ULP (10 at worst), also where p of the label is almost 1. The label -100 is ignored: its loss and
+         /// its gradient are 0, whatever the logits.
+         /// </remarks>
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
+             // Rows with this label do not count.
+             private const int IgnoreIndex = -100;
+
+                 if (label == IgnoreIndex)
+                 {
+                     return 0f;
+                 }
+
+                 if (label == IgnoreIndex)
+                 {
+                     return 0f;
+                 }
+
+                 if (label == IgnoreIndex)
+                 {
+                     gradient.Clear();
+                     return 0f;
+                 }
+
+                 var totalWeight = TotalWeight(labels);
-                 return sum.Reduce(rows, reduction);
+                 return sum.Reduce(totalWeight, reduction);
+                 ClearIgnored(labels, losses);
+                 var totalWeight = TotalWeight(labels);
-                 return sum.Reduce(rows, reduction);
+                 return sum.Reduce(totalWeight, reduction);
+                 ClearIgnored(labels, losses);
-                 var scale = reduction == Reduction.Mean ? 1f / rows : 1f;
+                 var totalWeight = TotalWeight(labels);
+                 var scale = reduction == Reduction.Mean ? (float)(1.0 / totalWeight) : 1f;
-                 return sum.Reduce(rows, reduction);
+                 return sum.Reduce(totalWeight, reduction);
+                 ClearIgnored(labels, losses, gradients);
+
+                 [MethodImpl(AggressiveInlining)]
+                 public readonly float Reduce(double totalWeight, Reduction reduction) =>
+                     (float)(reduction == Reduction.Mean ? Total() / totalWeight : Total());
-                 public readonly float Reduce(int rows, Reduction reduction)
+                 public readonly double Total()
-                     var sum = two.ToScalar() + two.GetElement(1);
+                     return two.ToScalar() + two.GetElement(1);
-                     return (float)(reduction == Reduction.Mean ? sum / rows : sum);
+                 var ignored = 0;
-                         right += label == predictions[i] ? 1 : 0;
+                         ignored += label == IgnoreIndex ? 1 : 0;
+                         right += label == predictions[i] && label != IgnoreIndex ? 1 : 0;
-                 return (float)((double)right / rows);
+                 return (float)((double)right / (rows - ignored));
-                 if (label < 0 || label >= 4)
+                 if ((label < 0 || label >= 4) && label != IgnoreIndex)
-                     && Vector128.LessThanAll(
+                     && (
+                         Vector128.LessThan(
-                     ))
+                         ).AsInt32()
+                             | Vector128.Equals(
+                                 Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(labels), (nuint)row),
+                                 Vector128.Create(IgnoreIndex)
+                             )
+                     ) == Vector128<int>.AllBitsSet)
-                     if (labels[row] < 0 || labels[row] >= 4)
+                     if ((labels[row] < 0 || labels[row] >= 4) && labels[row] != IgnoreIndex)
-                 ref Unsafe.Add(ref RowOf(ref rows, row), Unsafe.Add(ref labels, row));
+                 ref Unsafe.Add(ref RowOf(ref rows, row), IndexOf(Unsafe.Add(ref labels, row)));
+
+             /// <summary>The class of a label; any class for a row that is ignored.</summary>
+             [MethodImpl(AggressiveInlining)]
+             private static int IndexOf(int label) => label == IgnoreIndex ? 0 : label;
+
+             /// <summary>
+             /// The first row from <paramref name="start"/> on that is ignored; the number of rows where none is.
+             /// </summary>
+             [MethodImpl(AggressiveInlining)]
+             private static int NextIgnored(ReadOnlySpan<int> labels, int start)
+             {
+                 var rows = labels.Slice(start).IndexOf(IgnoreIndex);
+                 return rows < 0 ? labels.Length : start + rows;
+             }
+
+             /// <summary>Rows that are ignored have a loss of 0, whatever their logits.</summary>
+             [MethodImpl(AggressiveInlining)]
+             private static void ClearIgnored(ReadOnlySpan<int> labels, Span<float> losses)
+             {
+                 for (var row = NextIgnored(labels, 0); row < labels.Length; row = NextIgnored(labels, row + 1))
+                 {
+                     losses[row] = 0f;
+                 }
+             }
+
+             /// <summary>The same with their gradients.</summary>
+             [MethodImpl(AggressiveInlining)]
+             private static void ClearIgnored(ReadOnlySpan<int> labels, Span<float> losses, Span<float> gradients)
+             {
+                 for (var row = NextIgnored(labels, 0); row < labels.Length; row = NextIgnored(labels, row + 1))
+                 {
+                     losses[row] = 0f;
+                     gradients.Slice(row * 4, 4).Clear();
+                 }
+             }
+
+             /// <summary>How many rows count.</summary>
+             [MethodImpl(NoInlining | AggressiveOptimization)]
+             private static double TotalWeight(ReadOnlySpan<int> labels)
+             {
+                 var count = labels.Length;
+                 for (var row = NextIgnored(labels, 0); row < labels.Length; row = NextIgnored(labels, row + 1))
+                 {
+                     count--;
+                 }
+                 return count;
+             }
+
-                     "A label of EnemyBrain is a class index from 0 to 3."
+                     "A label of EnemyBrain is a class index from 0 to 3, or -100 where the row is to be ignored."
-                     $"The label of row {row} is {label}. A label of EnemyBrain is a class index from 0 to 3."
+                     $"The label of row {row} is {label}. A label of EnemyBrain is a class index from 0 to 3, or -100 where the row is to be ignored."
-                     Unsafe.Add(ref losses, row) = LabelLoss128(ref RowOf(ref logits, row), Unsafe.Add(ref labels, row));
+                     Unsafe.Add(ref losses, row) = LabelLoss128(
+                         ref RowOf(ref logits, row),
+                         IndexOf(Unsafe.Add(ref labels, row))
+                     );
-                             Unsafe.Add(ref RowOf(ref probabilities, row), Unsafe.Add(ref labels, row))
+                             Unsafe.Add(ref RowOf(ref probabilities, row), IndexOf(Unsafe.Add(ref labels, row)))
-                         Unsafe.Add(ref labels, row),
+                         IndexOf(Unsafe.Add(ref labels, row)),
-                     Unsafe.Add(ref losses, row) = LabelLoss128(ref RowOf(ref logits, row), Unsafe.Add(ref labels, row));
+                     Unsafe.Add(ref losses, row) = LabelLoss128(
+                         ref RowOf(ref logits, row),
+                         IndexOf(Unsafe.Add(ref labels, row))
+                     );
-                             Unsafe.Add(ref RowOf(ref probabilities, row), Unsafe.Add(ref labels, row))
+                             Unsafe.Add(ref RowOf(ref probabilities, row), IndexOf(Unsafe.Add(ref labels, row)))
-                         Unsafe.Add(ref labels, row),
+                         IndexOf(Unsafe.Add(ref labels, row)),
-                     Unsafe.Add(ref losses, row) = LabelLoss128(ref RowOf(ref logits, row), Unsafe.Add(ref labels, row));
+                     Unsafe.Add(ref losses, row) = LabelLoss128(
+                         ref RowOf(ref logits, row),
+                         IndexOf(Unsafe.Add(ref labels, row))
+                     );
-                             Unsafe.Add(ref RowOf(ref probabilities, row), Unsafe.Add(ref labels, row))
+                             Unsafe.Add(ref RowOf(ref probabilities, row), IndexOf(Unsafe.Add(ref labels, row)))
-                         Unsafe.Add(ref labels, row),
+                         IndexOf(Unsafe.Add(ref labels, row)),
-                     losses[row] = LabelLossScalar(RowOf(logits, row), labels[row]);
+                     losses[row] = LabelLossScalar(RowOf(logits, row), IndexOf(labels[row]));
-                     losses[row] = (float)(0.0 - Log((double)RowOf(probabilities, row)[labels[row]]));
+                     losses[row] = (float)(0.0 - Log((double)RowOf(probabilities, row)[IndexOf(labels[row])]));
-                     losses[row] = LabelGradientScalar(RowOf(logits, row), RowOf(gradients, row), labels[row], scale);
+                     losses[row] = LabelGradientScalar(
+                         RowOf(logits, row),
+                         RowOf(gradients, row),
+                         IndexOf(labels[row]),
+                         scale
+                     );
