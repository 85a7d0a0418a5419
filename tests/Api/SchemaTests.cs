using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api;

public sealed class SchemaTests(SharedServer shared) : ApiTest(shared)
{
    [Fact]
    public async Task The_schema_that_is_served_is_the_one_that_was_reviewed()
    {
        var served = await (await Api.As(Roles.Officer)).Send(new HttpRequestMessage(HttpMethod.Get, "/graphql/schema.graphql"));
        Assert.True(served.Status == System.Net.HttpStatusCode.OK, served.Body);
        Approved.Text("../../src/GraphQL/schema.graphql", served.Body);
    }

    [Fact]
    public void Every_type_field_argument_and_value_is_described()
    {
        var schema = Api.Services.GetRequiredService<ISchema>();
        schema.Initialize();
        var bare = new List<string>();
        foreach (var type in schema.AllTypes.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && type.Name is not ("Int" or "Float" or "String" or "Boolean" or "ID")))
        {
            Described(type.Name, type.Description, chineseFirst: true);
            foreach (var field in (IEnumerable<FieldType>?)(type as IComplexGraphType)?.Fields ?? [])
            {
                Described($"{type.Name}.{field.Name}", field.Description, chineseFirst: true);
                foreach (var argument in (IEnumerable<QueryArgument>?)field.Arguments ?? [])
                {
                    Described($"{type.Name}.{field.Name}({argument.Name})", argument.Description, chineseFirst: false);
                }
            }

            foreach (var value in (type as EnumerationGraphType)?.Values ?? (IEnumerable<EnumValueDefinition>)[])
            {
                Described($"{type.Name}.{value.Name}", value.Description, chineseFirst: true);
            }
        }

        Assert.Empty(bare);

        void Described(string name, string? description, bool chineseFirst)
        {
            if (string.IsNullOrWhiteSpace(description) || (chineseFirst && !description[..Math.Min(description.Length, 12)].Any(letter => letter is >= '一' and <= '鿿')))
            {
                bare.Add($"{name}: {description}");
            }
        }
    }
}
