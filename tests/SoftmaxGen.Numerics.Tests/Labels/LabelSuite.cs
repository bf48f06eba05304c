namespace SoftmaxGen.Numerics.Tests;

/// <summary>The heads of <see cref="LabelHeads"/>.</summary>
internal static class LabelSuite
{
    public static NumericReport Check()
    {
        var report = new NumericReport();
        new LabelChecks<float, LabelHeads.OfInt, int>(typeof(LabelHeads.Int), report).Check();
        new LabelChecks<float, LabelHeads.OfByte, byte>(typeof(LabelHeads.Byte), report).Check();
        new LabelChecks<float, LabelHeads.OfSByte, sbyte>(typeof(LabelHeads.SByte), report).Check();
        new LabelChecks<float, LabelHeads.OfLong, long>(typeof(LabelHeads.Long), report).Check();
        new LabelChecks<float, LabelHeads.OfULong, ulong>(typeof(LabelHeads.ULong), report).Check();
        new LabelChecks<float, LabelHeads.OfUInt, uint>(typeof(LabelHeads.UInt), report).Check();
        new LabelChecks<float, LabelHeads.OfShort, short>(typeof(LabelHeads.Short), report).Check();
        new LabelChecks<float, LabelHeads.OfUShort, ushort>(typeof(LabelHeads.UShort), report).Check();
        new LabelChecks<double, LabelHeads.OfByte, byte>(typeof(LabelHeads.DoubleByte), report).Check();
        new LabelChecks<double, LabelHeads.OfLong, long>(typeof(LabelHeads.DoubleLong), report).Check();
        return report;
    }
}
