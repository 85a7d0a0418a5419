using System.Buffers;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;
using Orleans.Serialization;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Unit.Subjects;

/// <summary>What one program writes of a generic type another finds by its name: the name says how many types it takes.</summary>
public sealed class GenericAliasTests
{
    public static TheoryData<Type> Generic => [.. typeof(Concept).Assembly.GetTypes()
        .Where(type => type.IsGenericTypeDefinition)
        .Where(type => type.IsDefined(typeof(GenerateSerializerAttribute), false) || IsGrain(type))];

    [Theory]
    [MemberData(nameof(Generic))]
    public void The_name_of_a_generic_type_carries_its_arity(Type type)
    {
        var alias = Assert.IsType<AliasAttribute>(Assert.Single(type.GetCustomAttributes(typeof(AliasAttribute), false))).Alias;
        Assert.EndsWith($"`{type.GetGenericArguments().Length}", alias, StringComparison.Ordinal);
    }

    private static bool IsGrain(Type type) => type.IsInterface && type.IsAssignableTo(typeof(IAddressable));

    [Fact]
    public void Another_program_reads_what_one_has_written()
    {
        var snapshot = new Snapshot<EndedSession>("zhang.san", new EndedSession("one", DateTimeOffset.UnixEpoch), 3);
        object[] sent =
            [snapshot, new Outcome<EndedSession>(snapshot, null, Change.Created), new RecentHistory<EndedSession>(snapshot, [])];
        using var writes = new ServiceCollection().AddSerializer().BuildServiceProvider();
        using var reads = new ServiceCollection().AddSerializer().BuildServiceProvider();
        foreach (var one in sent)
        {
            var bytes = new ArrayBufferWriter<byte>();
            writes.GetRequiredService<Serializer>().Serialize(one, bytes);
            var text = System.Text.Encoding.UTF8.GetString(bytes.WrittenSpan);
            Assert.Contains("`1", text, StringComparison.Ordinal);

            Assert.Equivalent(one, reads.GetRequiredService<Serializer>().Deserialize<object>(bytes.WrittenMemory));
        }
    }
}
