namespace SoftmaxGen.Benchmarks;

// One head per class count. The generated methods implement the interface; only the constant needs a property.

[SoftmaxHead(Classes = 2)]
internal readonly partial struct Head2 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 3)]
internal readonly partial struct Head3 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 4)]
internal readonly partial struct Head4 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 5)]
internal readonly partial struct Head5 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 6)]
internal readonly partial struct Head6 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 7)]
internal readonly partial struct Head7 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 8)]
internal readonly partial struct Head8 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 9)]
internal readonly partial struct Head9 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 10)]
internal readonly partial struct Head10 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 12)]
internal readonly partial struct Head12 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 16)]
internal readonly partial struct Head16 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 20)]
internal readonly partial struct Head20 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 26)]
internal readonly partial struct Head26 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 32)]
internal readonly partial struct Head32 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 48)]
internal readonly partial struct Head48 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 64)]
internal readonly partial struct Head64 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 100)]
internal readonly partial struct Head100 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 128)]
internal readonly partial struct Head128 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 256)]
internal readonly partial struct Head256 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 512)]
internal readonly partial struct Head512 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 1000)]
internal readonly partial struct Head1000 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 32000)]
internal readonly partial struct Head32000 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}

[SoftmaxHead(Classes = 128256)]
internal readonly partial struct Head128256 : ISoftmaxHead
{
    public static int ClassCount => Classes;
}
