-         public static int Predict(ReadOnlySpan<float> scores) => SoftmaxKernel.Predict(scores);
+         public static global::Game.Small Predict(ReadOnlySpan<float> scores) =>
+             (global::Game.Small)SoftmaxKernel.Predict(scores);
+             SoftmaxKernel.TopK(scores, labels, values);
+
+         /// <summary>
+         /// The classes with the largest scores, as many as the spans have room for, the largest first.
+         /// </summary>
+         /// <remarks>
+         /// Of equal scores the lower class comes first, and NaN before any number, as <c>Predict</c> has it.
+         /// </remarks>
+         /// <param name="scores">Logits or probabilities: 4 elements.</param>
+         /// <param name="labels">Receives the classes: up to 4 elements.</param>
+         /// <param name="values">Receives their scores: as many elements.</param>
+         /// <exception cref="ArgumentException">A length does not fit, or two spans overlap.</exception>
+         [GeneratedCode("SoftmaxGen", "{version}")]
+         [MethodImpl(AggressiveInlining)]
+         public static void TopK(ReadOnlySpan<float> scores, Span<global::Game.Small> labels, Span<float> values) =>
-         public static int Sample(ReadOnlySpan<float> logits, float uniform) => SoftmaxKernel.Sample(logits, uniform);
+         public static global::Game.Small Sample(ReadOnlySpan<float> logits, float uniform) =>
+             (global::Game.Small)SoftmaxKernel.Sample(logits, uniform);
+         /// <summary>The cross-entropy of a label, in nats: -log softmax(z)[label].</summary>
+         /// <remarks>
+         /// Within 5 ULP (8 at worst) at every magnitude: a loss of 1e-12 is not rounded to 0. A masked label costs
+         /// +infinity.
+         /// </remarks>
+         /// <param name="logits">The logits: 4 elements.</param>
+         /// <param name="label">The class.</param>
+         /// <returns>The loss.</returns>
+         /// <exception cref="ArgumentException">The span has another length.</exception>
+         /// <exception cref="ArgumentOutOfRangeException"><paramref name="label"/> is no class index.</exception>
+         [GeneratedCode("SoftmaxGen", "{version}")]
+         [MethodImpl(AggressiveInlining)]
+         public static float CrossEntropy(ReadOnlySpan<float> logits, global::Game.Small label) =>
+             SoftmaxKernel.CrossEntropy(logits, (int)label);
+
+         /// <summary>The cross-entropy of a label from probabilities, in nats: -log p[label], not clipped.</summary>
+         /// <param name="probabilities">The probabilities: 4 elements.</param>
+         /// <param name="label">The class.</param>
+         /// <returns>The loss; +infinity for a probability of 0, NaN for a negative one.</returns>
+         /// <exception cref="ArgumentException">The span has another length.</exception>
+         /// <exception cref="ArgumentOutOfRangeException"><paramref name="label"/> is no class index.</exception>
+         [GeneratedCode("SoftmaxGen", "{version}")]
+         [MethodImpl(AggressiveInlining)]
+         public static float CrossEntropyFromProbabilities(
+             ReadOnlySpan<float> probabilities,
+             global::Game.Small label
+         ) =>
+             SoftmaxKernel.CrossEntropyFromProbabilities(probabilities, (int)label);
+
+         /// The cross-entropy of a label, and its gradient with respect to the logits: p[i] - 1 for the label, p[i]
+         /// elsewhere.
+         /// </summary>
+         /// <remarks>Within 8 ULP (10 at worst), also where p of the label is almost 1.</remarks>
+         /// <param name="logits">The logits: 4 elements.</param>
+         /// <param name="label">The class.</param>
+         /// <param name="gradient">
+         /// Receives the gradient: 4 elements. May be the same memory as <paramref name="logits"/>.
+         /// </param>
+         /// <returns>The loss in nats.</returns>
+         /// <exception cref="ArgumentException">A span has another length, or the two overlap in part.</exception>
+         /// <exception cref="ArgumentOutOfRangeException"><paramref name="label"/> is no class index.</exception>
+         [GeneratedCode("SoftmaxGen", "{version}")]
+         [MethodImpl(AggressiveInlining)]
+         public static float CrossEntropyGradient(
+             ReadOnlySpan<float> logits,
+             global::Game.Small label,
+             Span<float> gradient
+         ) =>
+             SoftmaxKernel.CrossEntropyGradient(logits, (int)label, gradient);
+
+         /// <summary>
+         /// <summary>The class with the largest score in each row, as <c>Predict</c> finds it.</summary>
+         /// <param name="scores">Logits or probabilities: 4 elements for each row, row after row.</param>
+         /// <param name="labels">Receives the class index of each row: one element per row.</param>
+         /// <exception cref="ArgumentException">
+         /// A length does not fit the number of rows, or the two overlap.
+         /// </exception>
+         [GeneratedCode("SoftmaxGen", "{version}")]
+         [MethodImpl(AggressiveInlining)]
+         public static void PredictBatch(ReadOnlySpan<float> scores, Span<global::Game.Small> labels) =>
+             SoftmaxKernel.PredictBatch(scores, labels);
+
+             SoftmaxKernel.Accuracy(scores, labels);
+
+         /// <summary>The share of the rows that <c>Predict</c> finds the label of, from 0 to 1.</summary>
+         /// <param name="scores">Logits or probabilities: 4 elements for each row, row after row.</param>
+         /// <param name="labels">The class of each row.</param>
+         /// <returns>The number of right predictions over the number of rows; NaN where that is 0.</returns>
+         /// <exception cref="ArgumentException">A length does not fit the number of rows.</exception>
+         /// <exception cref="ArgumentOutOfRangeException">
+         /// One of <paramref name="labels"/> is no class index.
+         /// </exception>
+         [GeneratedCode("SoftmaxGen", "{version}")]
+         [MethodImpl(AggressiveInlining)]
+         public static float Accuracy(ReadOnlySpan<float> scores, ReadOnlySpan<global::Game.Small> labels) =>
+             Span<float> losses
+         ) =>
+             SoftmaxKernel.CrossEntropyBatch(logits, labels, losses);
+
+         /// <summary>
+         /// The cross-entropy of a batch of labels, in nats: the mean or sum of what <c>CrossEntropy</c> gives for each
+         /// row.
+         /// </summary>
+         /// <param name="logits">The logits: 4 elements for each row, row after row.</param>
+         /// <param name="labels">The class of each row.</param>
+         /// <param name="reduction">
+         /// Whether the losses of the rows become their mean, as by default, or their sum.
+         /// </param>
+         /// <returns>
+         /// The mean or the sum of the losses, added in double. The mean of no rows is NaN, the sum 0.
+         /// </returns>
+         /// <exception cref="ArgumentException">A length does not fit the number of rows.</exception>
+         /// <exception cref="ArgumentOutOfRangeException">
+         /// One of <paramref name="labels"/> is no class index, or <paramref name="reduction"/> is neither of the two.
+         /// </exception>
+         [GeneratedCode("SoftmaxGen", "{version}")]
+         [MethodImpl(AggressiveInlining)]
+         public static float CrossEntropyBatch(
+             ReadOnlySpan<float> logits,
+             ReadOnlySpan<global::Game.Small> labels,
+             Reduction reduction = Reduction.Mean
+         ) =>
+             SoftmaxKernel.CrossEntropyBatch(logits, labels, reduction);
+
+         /// <summary>
+         /// The cross-entropy of the label of each row, in nats, as <c>CrossEntropy</c> gives it, bit for bit.
+         /// </summary>
+         /// <param name="logits">The logits: 4 elements for each row, row after row.</param>
+         /// <param name="labels">The class of each row.</param>
+         /// <param name="losses">Receives the loss of each row: one element per row, apart from the inputs.</param>
+         /// <exception cref="ArgumentException">
+         /// A length does not fit the number of rows, or the losses overlap an input.
+         /// </exception>
+         /// <exception cref="ArgumentOutOfRangeException">
+         /// One of <paramref name="labels"/> is no class index.
+         /// </exception>
+         [GeneratedCode("SoftmaxGen", "{version}")]
+         [MethodImpl(AggressiveInlining)]
+         public static void CrossEntropyBatch(
+             ReadOnlySpan<float> logits,
+             ReadOnlySpan<global::Game.Small> labels,
+
+         /// <summary>
+         /// The cross-entropy of a batch of labels from probabilities, in nats: the mean or sum of what
+         /// <c>CrossEntropyFromProbabilities</c> gives for each row.
+         /// </summary>
+         /// <param name="probabilities">The probabilities: 4 elements for each row, row after row.</param>
+         /// <param name="labels">The class of each row.</param>
+         /// <param name="reduction">
+         /// Whether the losses of the rows become their mean, as by default, or their sum.
+         /// </param>
+         /// <returns>
+         /// The mean or the sum of the losses, added in double. The mean of no rows is NaN, the sum 0.
+         /// </returns>
+         /// <exception cref="ArgumentException">A length does not fit the number of rows.</exception>
+         /// <exception cref="ArgumentOutOfRangeException">
+         /// One of <paramref name="labels"/> is no class index, or <paramref name="reduction"/> is neither of the two.
+         /// </exception>
+         [GeneratedCode("SoftmaxGen", "{version}")]
+         [MethodImpl(AggressiveInlining)]
+         public static float CrossEntropyFromProbabilitiesBatch(
+             ReadOnlySpan<float> probabilities,
+             ReadOnlySpan<global::Game.Small> labels,
+             Reduction reduction = Reduction.Mean
+         ) =>
+             SoftmaxKernel.CrossEntropyFromProbabilitiesBatch(probabilities, labels, reduction);
+         /// The cross-entropy of the label of each row from probabilities, in nats, as
+         /// <c>CrossEntropyFromProbabilities</c> gives it, bit for bit.
+         /// </summary>
+         /// <param name="probabilities">The probabilities: 4 elements for each row, row after row.</param>
+         /// <param name="labels">The class of each row.</param>
+         /// <param name="losses">Receives the loss of each row: one element per row, apart from the inputs.</param>
+         /// <exception cref="ArgumentException">
+         /// A length does not fit the number of rows, or the losses overlap an input.
+         /// </exception>
+         /// <exception cref="ArgumentOutOfRangeException">
+         /// One of <paramref name="labels"/> is no class index.
+         /// </exception>
+         [GeneratedCode("SoftmaxGen", "{version}")]
+         [MethodImpl(AggressiveInlining)]
+         public static void CrossEntropyFromProbabilitiesBatch(
+             ReadOnlySpan<float> probabilities,
+             ReadOnlySpan<global::Game.Small> labels,
+             Span<float> losses
+         ) =>
+             SoftmaxKernel.CrossEntropyFromProbabilitiesBatch(probabilities, labels, losses);
+
+         /// <summary>
+             Span<float> gradients,
+             Reduction reduction = Reduction.Mean
+         ) =>
+             SoftmaxKernel.CrossEntropyGradientBatch(logits, labels, gradients, reduction);
+
+         /// <summary>
+         /// The cross-entropy of a batch of labels, and its gradient with respect to the logits: that of each row,
+         /// divided by the number of rows where the loss is their mean.
+         /// </summary>
+         /// <remarks>
+         /// The division is a multiplication by the rounded 1 / rows, which adds at most 1.5 ULP (up to 2^24 rows).
+         /// </remarks>
+         /// <param name="logits">The logits: 4 elements for each row, row after row.</param>
+         /// <param name="labels">The class of each row.</param>
+         /// <param name="gradients">
+         /// Receives the gradient of the reduced loss: 4 elements for each row, row after row. May be the same memory as
+         /// <paramref name="logits"/>.
+         /// </param>
+         /// <param name="reduction">
+         /// Whether the losses of the rows become their mean, as by default, or their sum.
+         /// </param>
+         /// <returns>
+         /// The mean or the sum of the losses, added in double. The mean of no rows is NaN, the sum 0.
+         /// </returns>
+         /// <exception cref="ArgumentException">
+         /// A length does not fit the number of rows, or the gradients overlap an input in part.
+         /// </exception>
+         /// <exception cref="ArgumentOutOfRangeException">
+         /// One of <paramref name="labels"/> is no class index, or <paramref name="reduction"/> is neither of the two.
+         /// </exception>
+         [GeneratedCode("SoftmaxGen", "{version}")]
+         [MethodImpl(AggressiveInlining)]
+         public static float CrossEntropyGradientBatch(
+             ReadOnlySpan<float> logits,
+             ReadOnlySpan<global::Game.Small> labels,
+                 }
+             }
+
+             [MethodImpl(NoInlining | AggressiveOptimization)]
+             internal static void TopK(ReadOnlySpan<float> scores, Span<global::Game.Small> labels, Span<float> values)
+             {
+                 RequireRow(scores.Length, Parameter.Scores);
+                 RequireTop(labels.Length, values.Length);
+                 RequireApart(scores, labels, Parameter.Labels);
+                 RequireApart(scores, values, Parameter.Values);
+                 RequireApart((ReadOnlySpan<global::Game.Small>)labels, values, Parameter.Values);
+                 var last = labels.Length - 1;
+                 if (last < 0)
+                 {
+                     return;
+                 }
+
+                 for (var i = 0; i <= last; i++)
+                 {
+                     values[i] = scores[i];
+                     labels[i] = (global::Game.Small)i;
+
+                 // The last of the largest comes to the root, and leaves it where a score comes before it.
+                 for (var i = last / 2; i >= 0; i--)
+                 {
+                     Sink(values, labels, i, last);
+                 }
+
+                 for (var i = last + 1; i < 4; i++)
+                 {
+                     if (!(scores[i] <= values[0]) && ComesBefore(scores[i], i, values[0], (int)labels[0]))
+                     {
+                         values[0] = scores[i];
+                         labels[0] = (global::Game.Small)i;
+                         Sink(values, labels, 0, last);
+                 }
+                 for (; last > 0; last--)
+                 {
+                     (values[0], values[last]) = (values[last], values[0]);
+                     (labels[0], labels[last]) = (labels[last], labels[0]);
+                     Sink(values, labels, 0, last - 1);
+                 }
+             }
+
+             /// <summary>Moves an element of the heap down, until none below it comes later.</summary>
+             [MethodImpl(NoInlining | AggressiveOptimization)]
+             private static void Sink(Span<float> values, Span<global::Game.Small> labels, int parent, int last)
+             {
+                 for (var child = (2 * parent) + 1; child <= last; child = (2 * parent) + 1)
+                 {
+                     if (
+                         child < last && ComesBefore(
+                             values[child],
+                             (int)labels[child],
+                             values[child + 1],
+                             (int)labels[child + 1]
+                         )
+                     )
+                     {
+                         child++;
+                     }
+
+                     if (ComesBefore(values[child], (int)labels[child], values[parent], (int)labels[parent]))
+                     {
+                         return;
+                     }
+
+                     (values[parent], values[child]) = (values[child], values[parent]);
+                     (labels[parent], labels[child]) = (labels[child], labels[parent]);
+                     parent = child;
+                 }
+             }
+
+             internal static void PredictBatch(ReadOnlySpan<float> scores, Span<global::Game.Small> labels)
+             {
+                 var rows = RequireRows(scores.Length, Parameter.Scores);
+                 RequireOnePerRow(rows, labels.Length, Parameter.Labels);
+                 RequireApart(scores, labels, Parameter.Labels);
+                 Span<int> indices = stackalloc int[128];
+                 for (var start = 0; start < rows; start += 128)
+                 {
+                     var count = Math.Min(128, rows - start);
+                     Predictions(scores.Slice(start * Classes, count * Classes), indices.Slice(0, count));
+                     for (var i = 0; i < count; i++)
+                     {
+                         labels[start + i] = (global::Game.Small)indices[i];
+                     }
+                 }
+             }
+
+             [MethodImpl(NoInlining | AggressiveOptimization)]
+             }
+
+             [MethodImpl(NoInlining | AggressiveOptimization)]
+             internal static float CrossEntropyBatch(
+                 ReadOnlySpan<float> logits,
+                 ReadOnlySpan<global::Game.Small> labels,
+                 Reduction reduction
+             )
+             {
+                 var rows = RequireRows(logits.Length, Parameter.Logits);
+                 RequireOnePerRow(rows, labels.Length, Parameter.Labels);
+                 RequireLabels(labels);
+                 RequireReduction(reduction);
+                 Span<int> indices = stackalloc int[128];
+                 Span<float> losses = stackalloc float[128];
+                 var sum = default(LossSum);
+                 for (var start = 0; start < rows; start += 128)
+                 {
+                     var count = Math.Min(128, rows - start);
+                     LabelLosses(
+                         logits.Slice(start * Classes, count * Classes),
+                         ToIndices(labels.Slice(start, count), indices),
+                         losses.Slice(0, count)
+                     );
+                     sum.Add(losses, count);
+                 }
+
+                 return sum.Reduce(rows, reduction);
+             internal static void CrossEntropyBatch(
+                 ReadOnlySpan<float> logits,
+                 ReadOnlySpan<global::Game.Small> labels,
+                 Span<float> losses
+             )
+             {
+                 var rows = RequireRows(logits.Length, Parameter.Logits);
+                 RequireOnePerRow(rows, labels.Length, Parameter.Labels);
+                 RequireLabels(labels);
+                 RequireOnePerRow(rows, losses.Length, Parameter.Losses);
+                 RequireApart(logits, losses, Parameter.Losses);
+                 RequireApart(labels, losses, Parameter.Losses);
+                 Span<int> indices = stackalloc int[128];
+                 for (var start = 0; start < rows; start += 128)
+                 {
+                     var count = Math.Min(128, rows - start);
+                     LabelLosses(
+                         logits.Slice(start * Classes, count * Classes),
+                         ToIndices(labels.Slice(start, count), indices),
+                         losses.Slice(start, count)
+                     );
+                 }
+             }
+
+             [MethodImpl(NoInlining | AggressiveOptimization)]
+             }
+
+             [MethodImpl(NoInlining | AggressiveOptimization)]
+             internal static float CrossEntropyFromProbabilitiesBatch(
+                 ReadOnlySpan<float> probabilities,
+                 ReadOnlySpan<global::Game.Small> labels,
+                 Reduction reduction
+             )
+             {
+                 var rows = RequireRows(probabilities.Length, Parameter.Probabilities);
+                 RequireOnePerRow(rows, labels.Length, Parameter.Labels);
+                 RequireLabels(labels);
+                 RequireReduction(reduction);
+                 Span<int> indices = stackalloc int[128];
+                 Span<float> losses = stackalloc float[128];
+                 var sum = default(LossSum);
+                 for (var start = 0; start < rows; start += 128)
+                 {
+                     var count = Math.Min(128, rows - start);
+                     LabelLossesFromProbabilities(
+                         probabilities.Slice(start * Classes, count * Classes),
+                         ToIndices(labels.Slice(start, count), indices),
+                         losses.Slice(0, count)
+                     );
+                     sum.Add(losses, count);
+                 }
+
+                 return sum.Reduce(rows, reduction);
+             }
+
+             [MethodImpl(NoInlining | AggressiveOptimization)]
+             internal static void CrossEntropyFromProbabilitiesBatch(
+                 ReadOnlySpan<float> probabilities,
+                 ReadOnlySpan<global::Game.Small> labels,
+                 Span<float> losses
+             )
+             {
+                 var rows = RequireRows(probabilities.Length, Parameter.Probabilities);
+                 RequireOnePerRow(rows, labels.Length, Parameter.Labels);
+                 RequireLabels(labels);
+                 RequireOnePerRow(rows, losses.Length, Parameter.Losses);
+                 RequireApart(probabilities, losses, Parameter.Losses);
+                 RequireApart(labels, losses, Parameter.Losses);
+                 Span<int> indices = stackalloc int[128];
+                 for (var start = 0; start < rows; start += 128)
+                 {
+                     var count = Math.Min(128, rows - start);
+                     LabelLossesFromProbabilities(
+                         probabilities.Slice(start * Classes, count * Classes),
+                         ToIndices(labels.Slice(start, count), indices),
+                         losses.Slice(start, count)
+                     );
+                 }
+             internal static float CrossEntropyGradientBatch(
+                 ReadOnlySpan<float> logits,
+                 ReadOnlySpan<global::Game.Small> labels,
+                 Span<float> gradients,
+                 Reduction reduction
+             )
+             {
+                 var rows = RequireRows(logits.Length, Parameter.Logits);
+                 RequireOnePerRow(rows, labels.Length, Parameter.Labels);
+                 RequireLabels(labels);
+                 RequireSameLength(logits.Length, gradients.Length, Parameter.Gradients);
+                 RequireReduction(reduction);
+                 RequireSameOrApart(logits, gradients, Parameter.Gradients);
+                 RequireApart(labels, gradients, Parameter.Gradients);
+                 var scale = reduction == Reduction.Mean ? 1f / rows : 1f;
+                 Span<int> indices = stackalloc int[128];
+                 Span<float> losses = stackalloc float[128];
+                 var sum = default(LossSum);
+                 for (var start = 0; start < rows; start += 128)
+                 {
+                     var count = Math.Min(128, rows - start);
+                     LabelGradients(
+                         logits.Slice(start * Classes, count * Classes),
+                         ToIndices(labels.Slice(start, count), indices),
+                         gradients.Slice(start * Classes, count * Classes),
+                         losses.Slice(0, count),
+                         scale
+                     );
+                     sum.Add(losses, count);
+                 }
+
+                 return sum.Reduce(rows, reduction);
+             }
+
+             [MethodImpl(NoInlining | AggressiveOptimization)]
+                         right += label == predictions[i] ? 1 : 0;
+                     }
+                 }
+
+                 return (float)((double)right / rows);
+             }
+
+             [MethodImpl(NoInlining | AggressiveOptimization)]
+             internal static float Accuracy(ReadOnlySpan<float> scores, ReadOnlySpan<global::Game.Small> labels)
+             {
+                 var rows = RequireRows(scores.Length, Parameter.Scores);
+                 RequireOnePerRow(rows, labels.Length, Parameter.Labels);
+                 RequireLabels(labels);
+                 Span<int> predictions = stackalloc int[128];
+                 var right = 0;
+                 for (var start = 0; start < rows; start += 128)
+                 {
+                     var count = Math.Min(128, rows - start);
+                     Predictions(scores.Slice(start * Classes, count * Classes), predictions.Slice(0, count));
+                     for (var i = 0; i < count; i++)
+                     {
+                         var label = (int)labels[start + i];
+                 {
+                     ThrowNotApart(parameter);
+                 }
+             }
+
+             [MethodImpl(AggressiveInlining)]
+             private static void RequireApart(
+                 ReadOnlySpan<global::Game.Small> input,
+                 Span<float> output,
+                 Parameter parameter
+             )
+                 var distance = Unsafe.ByteOffset(
+                     ref MemoryMarshal.GetReference(input),
+                     ref Unsafe.As<float, global::Game.Small>(ref MemoryMarshal.GetReference(output))
+                 );
+                 if (
+                     Overlap(
+                         distance,
+                         (nint)input.Length * sizeof(global::Game.Small),
+                         (nint)output.Length * sizeof(float)
+                     )
+                 )
+                 {
+                     ThrowNotApart(parameter);
+                 }
+             }
+
+             [MethodImpl(AggressiveInlining)]
+             private static void RequireApart(
+                 ReadOnlySpan<float> input,
+                 Span<global::Game.Small> output,
+                 Parameter parameter
+             )
+             {
+                 var distance = Unsafe.ByteOffset(
+                     ref MemoryMarshal.GetReference(input),
+                     ref Unsafe.As<global::Game.Small, float>(ref MemoryMarshal.GetReference(output))
+                 );
+                 if (
+                     Overlap(
+                         distance,
+                         (nint)input.Length * sizeof(float),
+                         (nint)output.Length * sizeof(global::Game.Small)
+                     )
+                 )
+                 {
+             /// <summary>The class indices of some labels.</summary>
+             [MethodImpl(AggressiveInlining)]
+             private static ReadOnlySpan<int> ToIndices(ReadOnlySpan<global::Game.Small> labels, Span<int> indices)
+             {
+                 for (var row = 0; row < labels.Length; row++)
+                 {
+                     indices[row] = (int)labels[row];
+                 }
+
+                 return indices.Slice(0, labels.Length);
+             }
+
+             private static void RequireLabels(ReadOnlySpan<global::Game.Small> labels)
+             {
+                 for (var row = 0; row < labels.Length; row++)
+                 {
+                     var label = (int)labels[row];
+                     if (label < 0 || label >= 4)
+                     {
+                         ThrowLabels(row, labels[row]);
+                     }
+                 }
+             }
+
+             [MethodImpl(AggressiveInlining)]
+                 throw new ArgumentOutOfRangeException(
+                     "labels",
+                     label,
+                     $"The label of row {row} is {label}. A label of EnemyBrain is a class index from 0 to 3."
+                 );
+
+             [MethodImpl(AggressiveOptimization)]
+             private static void ThrowLabels(int row, global::Game.Small label) =>
