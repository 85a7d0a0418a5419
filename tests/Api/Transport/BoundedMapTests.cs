using System.Text;
using ShuangDa.GraphQL.Transport;
using Xunit;

namespace ShuangDa.Tests.Api.Transport;

public sealed class BoundedMapTests
{
    [Fact]
    public void WhatIsNotAskedForGoesFirst()
    {
        var map = new BoundedMap<int>(3, 1_000);
        foreach (var number in new[] { 1, 2, 3 })
            map.Add(Key(number), number, 1);
        Assert.True(map.TryGet(Key(1), out _));
        map.Add(Key(4), 4, 1);
        Assert.Equal([1, 3, 4], Kept(map));
    }

    [Fact]
    public void LargeValuesLeaveLessRoom()
    {
        var map = new BoundedMap<int>(100, 10);
        foreach (var number in new[] { 1, 2, 3, 4 })
            map.Add(Key(number), number, 4);
        Assert.Equal([3, 4], Kept(map));
    }

    [Fact]
    public void TheSameKeyIsKeptOnce()
    {
        var map = new BoundedMap<int>(2, 2);
        foreach (var _ in new[] { 1, 2, 3 })
            map.Add(Key(1), 1, 1);
        map.Add(Key(2), 2, 1);
        Assert.Equal([1, 2], Kept(map));
    }

    private static byte[] Key(int number) => Encoding.UTF8.GetBytes($"document {number}");

    private static IEnumerable<int> Kept(BoundedMap<int> map) => Enumerable.Range(1, 9).Where(number => map.TryGet(Key(number), out _));
}
