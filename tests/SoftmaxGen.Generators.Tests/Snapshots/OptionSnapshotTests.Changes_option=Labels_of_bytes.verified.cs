-         public static int Predict(global::System.ReadOnlySpan<float> scores) =>
-             global::SoftmaxGen.Generated.Classes4.Predict(scores, "EnemyBrain");
+         public static global::Game.Small Predict(global::System.ReadOnlySpan<float> scores) =>
+             (global::Game.Small)global::SoftmaxGen.Generated.Classes4.Predict(scores, "EnemyBrain");
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
+         /// <exception cref="global::System.ArgumentException">A length does not fit, or two spans overlap.</exception>
+         [global::System.CodeDom.Compiler.GeneratedCode("SoftmaxGen", "{version}")]
+         [global::System.Runtime.CompilerServices.MethodImpl(
+             global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining
+         )]
+         public static void TopK(
+             global::System.ReadOnlySpan<float> scores,
+             global::System.Span<global::Game.Small> labels,
+             global::System.Span<float> values
+         ) =>
+             global::SoftmaxGen.Generated.Classes4.TopK(
+                 scores,
+                 global::System.Runtime.InteropServices.MemoryMarshal.Cast<global::Game.Small, byte>(labels),
+                 values,
+                 "EnemyBrain"
+             );
-         public static int Sample(global::System.ReadOnlySpan<float> logits, float uniform) =>
-             global::SoftmaxGen.Generated.Classes4.Sample(logits, uniform, "EnemyBrain");
+         public static global::Game.Small Sample(global::System.ReadOnlySpan<float> logits, float uniform) =>
+             (global::Game.Small)global::SoftmaxGen.Generated.Classes4.Sample(logits, uniform, "EnemyBrain");
+         /// <summary>The cross-entropy of a label, in nats: -log softmax(z)[label].</summary>
+         /// <remarks>
+         /// Within 5 ULP (8 at worst) at every magnitude: a loss of 1e-12 is not rounded to 0. A masked label costs
+         /// +infinity.
+         /// </remarks>
+         /// <param name="logits">The logits: 4 elements.</param>
+         /// <param name="label">The class.</param>
+         /// <returns>The loss.</returns>
+         /// <exception cref="global::System.ArgumentException">The span has another length.</exception>
+         /// <exception cref="global::System.ArgumentOutOfRangeException">
+         /// <paramref name="label"/> is no class index.
+         /// </exception>
+         [global::System.CodeDom.Compiler.GeneratedCode("SoftmaxGen", "{version}")]
+         public static float CrossEntropy(global::System.ReadOnlySpan<float> logits, global::Game.Small label) =>
+             global::SoftmaxGen.Generated.Classes4.CrossEntropy(logits, (int)label, "EnemyBrain");
+
+         /// <summary>The cross-entropy of a label from probabilities, in nats: -log p[label], not clipped.</summary>
+         /// <param name="probabilities">The probabilities: 4 elements.</param>
+         /// <param name="label">The class.</param>
+         /// <returns>The loss; +infinity for a probability of 0, NaN for a negative one.</returns>
+         /// <exception cref="global::System.ArgumentException">The span has another length.</exception>
+         /// <exception cref="global::System.ArgumentOutOfRangeException">
+         /// <paramref name="label"/> is no class index.
+         /// </exception>
+         [global::System.CodeDom.Compiler.GeneratedCode("SoftmaxGen", "{version}")]
+         public static float CrossEntropyFromProbabilities(
+             global::System.ReadOnlySpan<float> probabilities,
+             global::Game.Small label
+         ) =>
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyFromProbabilities(
+                 probabilities,
+                 (int)label,
+                 "EnemyBrain"
+             );
+
+
+         /// <summary>
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
+         /// <exception cref="global::System.ArgumentException">
+         /// A span has another length, or the two overlap in part.
+         /// </exception>
+         /// <exception cref="global::System.ArgumentOutOfRangeException">
+         /// <paramref name="label"/> is no class index.
+         /// </exception>
+         [global::System.CodeDom.Compiler.GeneratedCode("SoftmaxGen", "{version}")]
+         public static float CrossEntropyGradient(
+             global::System.ReadOnlySpan<float> logits,
+             global::Game.Small label,
+             global::System.Span<float> gradient
+         ) =>
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyGradient(logits, (int)label, gradient, "EnemyBrain");
+
+         /// <summary>The class with the largest score in each row, as <c>Predict</c> finds it.</summary>
+         /// <param name="scores">Logits or probabilities: 4 elements for each row, row after row.</param>
+         /// <param name="labels">Receives the class index of each row: one element per row.</param>
+         /// <exception cref="global::System.ArgumentException">
+         /// A length does not fit the number of rows, or the two overlap.
+         /// </exception>
+         [global::System.CodeDom.Compiler.GeneratedCode("SoftmaxGen", "{version}")]
+         [global::System.Runtime.CompilerServices.MethodImpl(
+             global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining
+         )]
+         public static void PredictBatch(
+             global::System.ReadOnlySpan<float> scores,
+             global::System.Span<global::Game.Small> labels
+         ) =>
+             global::SoftmaxGen.Generated.Classes4.PredictBatch(
+                 scores,
+                 global::System.Runtime.InteropServices.MemoryMarshal.Cast<global::Game.Small, byte>(labels),
+                 "EnemyBrain"
+             );
+
+         /// <summary>The share of the rows that <c>Predict</c> finds the label of, from 0 to 1.</summary>
+         /// <param name="scores">Logits or probabilities: 4 elements for each row, row after row.</param>
+         /// <param name="labels">The class of each row.</param>
+         /// <returns>The number of right predictions over the number of rows; NaN where that is 0.</returns>
+         /// <exception cref="global::System.ArgumentException">A length does not fit the number of rows.</exception>
+         /// <exception cref="global::System.ArgumentOutOfRangeException">
+         /// One of <paramref name="labels"/> is no class index.
+         /// </exception>
+         [global::System.CodeDom.Compiler.GeneratedCode("SoftmaxGen", "{version}")]
+         [global::System.Runtime.CompilerServices.MethodImpl(
+             global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining
+         )]
+         public static float Accuracy(
+             global::System.ReadOnlySpan<float> scores,
+             global::System.ReadOnlySpan<global::Game.Small> labels
+         ) =>
+             global::SoftmaxGen.Generated.Classes4.Accuracy(
+                 scores,
+                 global::System.Runtime.InteropServices.MemoryMarshal.Cast<global::Game.Small, byte>(labels),
+                 "EnemyBrain"
+             );
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
+         /// <exception cref="global::System.ArgumentException">A length does not fit the number of rows.</exception>
+         /// <exception cref="global::System.ArgumentOutOfRangeException">
+         /// One of <paramref name="labels"/> is no class index, or <paramref name="reduction"/> is neither of the two.
+         /// </exception>
+         [global::System.CodeDom.Compiler.GeneratedCode("SoftmaxGen", "{version}")]
+         [global::System.Runtime.CompilerServices.MethodImpl(
+             global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining
+         )]
+         public static float CrossEntropyBatch(
+             global::System.ReadOnlySpan<float> logits,
+             global::System.ReadOnlySpan<global::Game.Small> labels,
+             global::SoftmaxGen.Reduction reduction = global::SoftmaxGen.Reduction.Mean
+         ) =>
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyBatch(
+                 logits,
+                 global::System.Runtime.InteropServices.MemoryMarshal.Cast<global::Game.Small, byte>(labels),
+                 reduction,
+                 "EnemyBrain"
+             );
+
+         /// <summary>
+         /// The cross-entropy of the label of each row, in nats, as <c>CrossEntropy</c> gives it, bit for bit.
+         /// </summary>
+         /// <param name="logits">The logits: 4 elements for each row, row after row.</param>
+         /// <param name="labels">The class of each row.</param>
+         /// <param name="losses">Receives the loss of each row: one element per row, apart from the inputs.</param>
+         /// <exception cref="global::System.ArgumentException">
+         /// A length does not fit the number of rows, or the losses overlap an input.
+         /// </exception>
+         /// <exception cref="global::System.ArgumentOutOfRangeException">
+         /// One of <paramref name="labels"/> is no class index.
+         /// </exception>
+         [global::System.CodeDom.Compiler.GeneratedCode("SoftmaxGen", "{version}")]
+         [global::System.Runtime.CompilerServices.MethodImpl(
+             global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining
+         )]
+         public static void CrossEntropyBatch(
+             global::System.ReadOnlySpan<float> logits,
+             global::System.ReadOnlySpan<global::Game.Small> labels,
+             global::System.Span<float> losses
+         ) =>
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyBatch(
+                 logits,
+                 global::System.Runtime.InteropServices.MemoryMarshal.Cast<global::Game.Small, byte>(labels),
+                 losses,
+                 "EnemyBrain"
+             );
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
+         /// <exception cref="global::System.ArgumentException">A length does not fit the number of rows.</exception>
+         /// <exception cref="global::System.ArgumentOutOfRangeException">
+         /// One of <paramref name="labels"/> is no class index, or <paramref name="reduction"/> is neither of the two.
+         /// </exception>
+         [global::System.CodeDom.Compiler.GeneratedCode("SoftmaxGen", "{version}")]
+         [global::System.Runtime.CompilerServices.MethodImpl(
+             global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining
+         )]
+         public static float CrossEntropyFromProbabilitiesBatch(
+             global::System.ReadOnlySpan<float> probabilities,
+             global::System.ReadOnlySpan<global::Game.Small> labels,
+             global::SoftmaxGen.Reduction reduction = global::SoftmaxGen.Reduction.Mean
+         ) =>
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyFromProbabilitiesBatch(
+                 probabilities,
+                 global::System.Runtime.InteropServices.MemoryMarshal.Cast<global::Game.Small, byte>(labels),
+                 reduction,
+                 "EnemyBrain"
+             );
+
+         /// <summary>
+         /// The cross-entropy of the label of each row from probabilities, in nats, as
+         /// <c>CrossEntropyFromProbabilities</c> gives it, bit for bit.
+         /// </summary>
+         /// <param name="probabilities">The probabilities: 4 elements for each row, row after row.</param>
+         /// <param name="labels">The class of each row.</param>
+         /// <param name="losses">Receives the loss of each row: one element per row, apart from the inputs.</param>
+         /// <exception cref="global::System.ArgumentException">
+         /// A length does not fit the number of rows, or the losses overlap an input.
+         /// </exception>
+         /// <exception cref="global::System.ArgumentOutOfRangeException">
+         /// One of <paramref name="labels"/> is no class index.
+         /// </exception>
+         [global::System.CodeDom.Compiler.GeneratedCode("SoftmaxGen", "{version}")]
+         [global::System.Runtime.CompilerServices.MethodImpl(
+             global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining
+         )]
+         public static void CrossEntropyFromProbabilitiesBatch(
+             global::System.ReadOnlySpan<float> probabilities,
+             global::System.ReadOnlySpan<global::Game.Small> labels,
+             global::System.Span<float> losses
+         ) =>
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyFromProbabilitiesBatch(
+                 probabilities,
+                 global::System.Runtime.InteropServices.MemoryMarshal.Cast<global::Game.Small, byte>(labels),
+                 losses,
+                 "EnemyBrain"
+             );
+
+         /// <summary>
+                 gradients,
+                 reduction,
+                 "EnemyBrain"
+             );
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
+         /// <exception cref="global::System.ArgumentException">
+         /// A length does not fit the number of rows, or the gradients overlap an input in part.
+         /// </exception>
+         /// <exception cref="global::System.ArgumentOutOfRangeException">
+         /// One of <paramref name="labels"/> is no class index, or <paramref name="reduction"/> is neither of the two.
+         /// </exception>
+         [global::System.CodeDom.Compiler.GeneratedCode("SoftmaxGen", "{version}")]
+         [global::System.Runtime.CompilerServices.MethodImpl(
+             global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining
+         )]
+         public static float CrossEntropyGradientBatch(
+             global::System.ReadOnlySpan<float> logits,
+             global::System.ReadOnlySpan<global::Game.Small> labels,
+             global::System.Span<float> gradients,
+             global::SoftmaxGen.Reduction reduction = global::SoftmaxGen.Reduction.Mean
+         ) =>
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyGradientBatch(
+                 logits,
+                 global::System.Runtime.InteropServices.MemoryMarshal.Cast<global::Game.Small, byte>(labels),
+     }
+ }
+
+ // ==== SoftmaxGen.Classes4.byte.g.cs
+ // <auto-generated/>
+ // Labels that are made of byte, for 4 classes of floats.
+
+ #nullable disable
+ #pragma warning disable CS0436 // Another assembly may show its copy of this code: the one here counts.
+
+ namespace SoftmaxGen.Generated
+ {
+     using global::System;
+     using Math = global::System.Math;
+     using Reduction = global::SoftmaxGen.Reduction;
+     using MethodImpl = global::System.Runtime.CompilerServices.MethodImplOptions;
+     using MethodImplAttribute = global::System.Runtime.CompilerServices.MethodImplAttribute;
+     using static global::System.Runtime.CompilerServices.MethodImplOptions;
+     using LossSum = global::SoftmaxGen.Generated.Floats.LossSum;
+     using Parameter = global::SoftmaxGen.Generated.Checks.Parameter;
+     using static global::SoftmaxGen.Generated.Checks;
+     using static global::SoftmaxGen.Generated.Floats;
+
+     internal static partial class Classes4
+     {
+         [MethodImpl(NoInlining | AggressiveOptimization)]
+         internal static void TopK(ReadOnlySpan<float> scores, Span<byte> labels, Span<float> values, string head)
+         {
+             RequireRow(scores.Length, Parameter.Scores, head);
+             LargestScores(scores, labels, values);
+         }
+
+         [MethodImpl(NoInlining | AggressiveOptimization)]
+         internal static void PredictBatch(ReadOnlySpan<float> scores, Span<byte> labels, string head)
+         {
+             var rows = RequireRows(scores.Length, Parameter.Scores, head);
+             RequireOnePerRow(rows, labels.Length, Parameter.Labels);
+             RequireApart(scores, labels, Parameter.Labels);
+             Span<int> indices = stackalloc int[128];
+             for (int start = 0, count; start < rows; start += count)
+             {
+                 count = Math.Min(128, rows - start);
+                 Predictions(RowsOf(scores, start, count), indices.Slice(0, count));
+                 for (var i = 0; i < count; i++)
+                 {
+                     labels[start + i] = (byte)indices[i];
+                 }
+             }
+         }
+
+         [MethodImpl(NoInlining | AggressiveOptimization)]
+         internal static float Accuracy(ReadOnlySpan<float> scores, ReadOnlySpan<byte> labels, string head)
+         {
+             var rows = RequireRows(scores.Length, Parameter.Scores, head);
+             RequireOnePerRow(rows, labels.Length, Parameter.Labels);
+             RequireLabels(labels, Classes, head);
+             Span<int> predictions = stackalloc int[128];
+             var right = 0;
+             for (int start = 0, count; start < rows; start += count)
+             {
+                 count = Math.Min(128, rows - start);
+                 Predictions(RowsOf(scores, start, count), predictions.Slice(0, count));
+                 for (var i = 0; i < count; i++)
+                 {
+                     right += labels[start + i] == predictions[i] ? 1 : 0;
+                 }
+             }
+
+             return (float)((double)right / rows);
+         }
+
+         [MethodImpl(NoInlining | AggressiveOptimization)]
+         internal static float CrossEntropyBatch(
+             ReadOnlySpan<float> logits,
+             ReadOnlySpan<byte> labels,
+             Reduction reduction,
+             string head
+         )
+         {
+             var rows = RequireRows(logits.Length, Parameter.Logits, head);
+             RequireOnePerRow(rows, labels.Length, Parameter.Labels);
+             RequireLabels(labels, Classes, head);
+             RequireReduction(reduction);
+             Span<int> indices = stackalloc int[128];
+             Span<float> losses = stackalloc float[128];
+             var sum = default(LossSum);
+             for (int start = 0, count; start < rows; start += count)
+             {
+                 count = Math.Min(128, rows - start);
+                 LabelLosses(
+                     RowsOf(logits, start, count),
+                     ToIndices(labels.Slice(start, count), indices),
+                     losses.Slice(0, count)
+                 );
+                 sum.Add(losses, count);
+             }
+
+             return sum.Reduce(rows, reduction);
+         }
+
+         [MethodImpl(NoInlining | AggressiveOptimization)]
+         internal static void CrossEntropyBatch(
+             ReadOnlySpan<float> logits,
+             ReadOnlySpan<byte> labels,
+             Span<float> losses,
+             string head
+         )
+         {
+             var rows = RequireRows(logits.Length, Parameter.Logits, head);
+             RequireOnePerRow(rows, labels.Length, Parameter.Labels);
+             RequireLabels(labels, Classes, head);
+             RequireOnePerRow(rows, losses.Length, Parameter.Losses);
+             RequireApart(logits, losses, Parameter.Losses);
+             RequireApart(labels, losses, Parameter.Losses);
+             Span<int> indices = stackalloc int[128];
+             for (int start = 0, count; start < rows; start += count)
+             {
+                 count = Math.Min(128, rows - start);
+                 LabelLosses(
+                     RowsOf(logits, start, count),
+                     ToIndices(labels.Slice(start, count), indices),
+                     losses.Slice(start, count)
+                 );
+             }
+         }
+
+         [MethodImpl(NoInlining | AggressiveOptimization)]
+         internal static float CrossEntropyFromProbabilitiesBatch(
+             ReadOnlySpan<float> probabilities,
+             ReadOnlySpan<byte> labels,
+             Reduction reduction,
+             string head
+         )
+         {
+             var rows = RequireRows(probabilities.Length, Parameter.Probabilities, head);
+             RequireOnePerRow(rows, labels.Length, Parameter.Labels);
+             RequireLabels(labels, Classes, head);
+             RequireReduction(reduction);
+             Span<int> indices = stackalloc int[128];
+             Span<float> losses = stackalloc float[128];
+             var sum = default(LossSum);
+             for (int start = 0, count; start < rows; start += count)
+             {
+                 count = Math.Min(128, rows - start);
+                 LabelLossesFromProbabilities(
+                     RowsOf(probabilities, start, count),
+                     ToIndices(labels.Slice(start, count), indices),
+                     losses.Slice(0, count)
+                 );
+                 sum.Add(losses, count);
+             }
+
+             return sum.Reduce(rows, reduction);
+         }
+
+         [MethodImpl(NoInlining | AggressiveOptimization)]
+         internal static void CrossEntropyFromProbabilitiesBatch(
+             ReadOnlySpan<float> probabilities,
+             ReadOnlySpan<byte> labels,
+             Span<float> losses,
+             string head
+         )
+         {
+             var rows = RequireRows(probabilities.Length, Parameter.Probabilities, head);
+             RequireOnePerRow(rows, labels.Length, Parameter.Labels);
+             RequireLabels(labels, Classes, head);
+             RequireOnePerRow(rows, losses.Length, Parameter.Losses);
+             RequireApart(probabilities, losses, Parameter.Losses);
+             RequireApart(labels, losses, Parameter.Losses);
+             Span<int> indices = stackalloc int[128];
+             for (int start = 0, count; start < rows; start += count)
+             {
+                 count = Math.Min(128, rows - start);
+                 LabelLossesFromProbabilities(
+                     RowsOf(probabilities, start, count),
+                     ToIndices(labels.Slice(start, count), indices),
+                     losses.Slice(start, count)
+                 );
+             }
+         }
+
+         [MethodImpl(NoInlining | AggressiveOptimization)]
+         internal static float CrossEntropyGradientBatch(
+             ReadOnlySpan<float> logits,
+             ReadOnlySpan<byte> labels,
+             Span<float> gradients,
+             Reduction reduction,
+             string head
+         )
+         {
+             var rows = RequireRows(logits.Length, Parameter.Logits, head);
+             RequireOnePerRow(rows, labels.Length, Parameter.Labels);
+             RequireLabels(labels, Classes, head);
+             RequireSameLength(logits.Length, gradients.Length, Parameter.Gradients);
+             RequireReduction(reduction);
+             RequireSameOrApart(logits, gradients, Parameter.Gradients);
+             RequireApart(labels, gradients, Parameter.Gradients);
+             var scale = reduction == Reduction.Mean ? 1f / rows : 1f;
+             Span<int> indices = stackalloc int[128];
+             Span<float> losses = stackalloc float[128];
+             var sum = default(LossSum);
+             for (int start = 0, count; start < rows; start += count)
+             {
+                 count = Math.Min(128, rows - start);
+                 LabelGradients(
+                     RowsOf(logits, start, count),
+                     ToIndices(labels.Slice(start, count), indices),
+                     RowsOf(gradients, start, count),
+                     losses.Slice(0, count),
+                     scale
+                 );
+                 sum.Add(losses, count);
+             }
+
+             return sum.Reduce(rows, reduction);
+         }
