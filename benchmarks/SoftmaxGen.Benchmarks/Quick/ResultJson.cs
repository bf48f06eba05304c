using System.Text.Json.Serialization;

namespace SoftmaxGen.Benchmarks;

/// <summary>How children hand over their results; generated, so that they start quickly.</summary>
[JsonSerializable(typeof(RowTimes))]
[JsonSerializable(typeof(BandwidthTimes))]
[JsonSerializable(typeof(double))]
internal sealed partial class ResultJson : JsonSerializerContext;
