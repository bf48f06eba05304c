using System.Collections;
using SoftmaxGen.Generators.Models;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>Arrays in models compare by their elements, so that what did not change is not computed again.</summary>
public class EquatableArrayTests
{
    [Theory]
    [InlineData(new[] { 1, 2 }, new[] { 1, 2 }, true)]
    [InlineData(new[] { 1, 2 }, new[] { 2, 1 }, false)]
    [InlineData(new[] { 1, 2 }, new[] { 1, 2, 3 }, false)]
    [InlineData(new int[0], new int[0], true)]
    public void Equality_is_that_of_the_elements(int[] one, int[] other, bool areEqual)
    {
        var (left, right) = (one.ToEquatableArray(), other.ToEquatableArray());
        Assert.Equal(areEqual, left.Equals(right));
        Assert.Equal(areEqual, left.Equals((object)right));
        Assert.Equal(areEqual, left.GetHashCode() == right.GetHashCode());
    }

    [Fact]
    public void An_array_is_no_other_object()
    {
        Assert.False(new[] { 1 }.ToEquatableArray().Equals((object)new[] { 1 }));
        Assert.False(new[] { 1 }.ToEquatableArray().Equals(null));
    }

    /// <summary>A model whose array is not set has none of its elements.</summary>
    [Fact]
    public void The_default_is_empty()
    {
        EquatableArray<int> unset = default;
        Assert.Empty(unset);
        Assert.Equal(Array.Empty<int>().ToEquatableArray(), unset);
        Assert.Equal(Array.Empty<int>().ToEquatableArray().GetHashCode(), unset.GetHashCode());
        Assert.NotEqual(new[] { 0 }.ToEquatableArray(), unset);
    }

    [Fact]
    public void Elements_keep_their_order()
    {
        var items = new[] { 3, 1, 2 }.ToEquatableArray();
        Assert.Equal((3, 3, 2), (items.Count, items[0], items[2]));
        Assert.Equal([3, 1, 2], items.ToList());
        Assert.Equal([3, 1, 2], ((IEnumerable)items).Cast<int>());
    }
}
