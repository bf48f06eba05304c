-         public static int Predict(global::System.ReadOnlySpan<float> scores) =>
-             global::SoftmaxGen.Generated.Classes4.Predict(scores, "EnemyBrain");
+         public static global::Game.Action Predict(global::System.ReadOnlySpan<float> scores) =>
+             (global::Game.Action)global::SoftmaxGen.Generated.Classes4.Predict(scores, "EnemyBrain");
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
+             global::System.Span<global::Game.Action> labels,
+             global::System.Span<float> values
+         ) =>
+             global::SoftmaxGen.Generated.Classes4.TopK(
+                 scores,
+                 global::System.Runtime.InteropServices.MemoryMarshal.Cast<global::Game.Action, int>(labels),
+                 values,
+                 "EnemyBrain"
+             );
+
+         /// <summary>
-         public static int Sample(global::System.ReadOnlySpan<float> logits, float uniform) =>
-             global::SoftmaxGen.Generated.Classes4.Sample(logits, uniform, "EnemyBrain");
+         public static global::Game.Action Sample(global::System.ReadOnlySpan<float> logits, float uniform) =>
+             (global::Game.Action)global::SoftmaxGen.Generated.Classes4.Sample(logits, uniform, "EnemyBrain");
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
+         public static float CrossEntropy(global::System.ReadOnlySpan<float> logits, global::Game.Action label) =>
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
+             global::Game.Action label
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
+             global::Game.Action label,
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
+             global::System.Span<global::Game.Action> labels
+         ) =>
+             global::SoftmaxGen.Generated.Classes4.PredictBatch(
+                 scores,
+                 global::System.Runtime.InteropServices.MemoryMarshal.Cast<global::Game.Action, int>(labels),
+                 "EnemyBrain"
+             );
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
+             global::System.ReadOnlySpan<global::Game.Action> labels
+         ) =>
+             global::SoftmaxGen.Generated.Classes4.Accuracy(
+                 scores,
+                 global::System.Runtime.InteropServices.MemoryMarshal.Cast<global::Game.Action, int>(labels),
+                 "EnemyBrain"
+             );
+
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
+             global::System.ReadOnlySpan<global::Game.Action> labels,
+             global::SoftmaxGen.Reduction reduction = global::SoftmaxGen.Reduction.Mean
+         ) =>
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyBatch(
+                 logits,
+                 global::System.Runtime.InteropServices.MemoryMarshal.Cast<global::Game.Action, int>(labels),
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
+             global::System.ReadOnlySpan<global::Game.Action> labels,
+             global::System.Span<float> losses
+         ) =>
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyBatch(
+                 logits,
+                 global::System.Runtime.InteropServices.MemoryMarshal.Cast<global::Game.Action, int>(labels),
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
+             global::System.ReadOnlySpan<global::Game.Action> labels,
+             global::SoftmaxGen.Reduction reduction = global::SoftmaxGen.Reduction.Mean
+         ) =>
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyFromProbabilitiesBatch(
+                 probabilities,
+                 global::System.Runtime.InteropServices.MemoryMarshal.Cast<global::Game.Action, int>(labels),
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
+             global::System.ReadOnlySpan<global::Game.Action> labels,
+             global::System.Span<float> losses
+         ) =>
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyFromProbabilitiesBatch(
+                 probabilities,
+                 global::System.Runtime.InteropServices.MemoryMarshal.Cast<global::Game.Action, int>(labels),
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
+             global::System.ReadOnlySpan<global::Game.Action> labels,
+             global::System.Span<float> gradients,
+             global::SoftmaxGen.Reduction reduction = global::SoftmaxGen.Reduction.Mean
+         ) =>
+             global::SoftmaxGen.Generated.Classes4.CrossEntropyGradientBatch(
+                 logits,
+                 global::System.Runtime.InteropServices.MemoryMarshal.Cast<global::Game.Action, int>(labels),
