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
-         /// <remarks>Within 8 ULP (10 at worst), also where p of the label is almost 1.</remarks>
+         /// <remarks>
+         /// Within 8 ULP (10 at worst), also where p of the label is almost 1. A row of -infinity alone has the loss 0
+         /// and the gradient 0.
+         /// </remarks>
+         /// <remarks>A row of -infinity alone has the loss 0 and the gradient 0.</remarks>
-                 if (double.IsNaN(total))
+                 if (!(total > 0))
+             [MethodImpl(AggressiveInlining)]
+             private static Span<float> RowSpan(ref float row) => MemoryMarshal.CreateSpan(ref row, 4);
+
+                 if (max.ToScalar() == float.NegativeInfinity && IsMasked(RowSpan(ref logits)))
+                 {
+                     RowSpan(ref probabilities).Clear();
+                     return;
+                 }
+
+                 if (max.ToScalar() == float.NegativeInfinity && IsMasked(RowSpan(ref logits)))
+                 {
+                     RowSpan(ref logProbabilities).Fill(float.NegativeInfinity);
+                     return;
+                 }
+
+                 if (largest == float.NegativeInfinity && IsMasked(RowSpan(ref logits)))
+                 {
+                     return 0f;
+                 }
+
+                 if (max.ToScalar() == float.NegativeInfinity && IsMasked(RowSpan(ref logits)))
+                 {
+                     return 0f;
+                 }
+
+                 if (max.ToScalar() == float.NegativeInfinity && IsMasked(RowSpan(ref logits)))
+                 {
+                     RowSpan(ref gradient).Clear();
+                     return 0f;
+                 }
+
+                 if (max.ToScalar() == float.NegativeInfinity && IsMasked(RowSpan(ref logits)))
+                 {
+                     RowSpan(ref gradient).Clear();
+                     return 0f;
+                 }
+
+                 if (max == double.NegativeInfinity && IsMasked(logits))
+                 {
+                     probabilities.Clear();
+                     return;
+                 }
+
+                 if (max == double.NegativeInfinity && IsMasked(logits))
+                 {
+                     logProbabilities.Fill(float.NegativeInfinity);
+                     return;
+                 }
+
+                 if (largest == float.NegativeInfinity && IsMasked(logits))
+                 {
+                     return 0f;
+                 }
+
+                 if (max == double.NegativeInfinity && IsMasked(logits))
+                 {
+                     return 0f;
+                 }
+                 if (max == double.NegativeInfinity && IsMasked(logits))
+                 {
+                     gradient.Clear();
+                     return 0f;
+                 }
+                 if (max == double.NegativeInfinity && IsMasked(logits))
+                 {
+                     gradient.Clear();
+                     return 0f;
+                 }
