using GraphQL;
using GraphQL.Types;

namespace ShuangDa.GraphQL.Transport;

/// <summary>代价. Says what a field costs beyond what it shows: one that reads or counts much of a table answers little and takes long.</summary>
/// <param name="objects">The price, in objects of the cost limit. Where the field stands in a connection, the conditions of its list are added.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class PriceAttribute(double objects) : GraphQLAttribute
{
    /// <summary>The price of a read that a field makes for itself, once for each object that it stands in.</summary>
    public const double Read = 5;

    /// <summary>The price of counting what a filter finds.</summary>
    public const double Count = 50;

    /// <summary>The price of a figure that is summed up over a whole table.</summary>
    public const double Sum = 200;

    /// <summary>The price of hashing a password or comparing one: it is meant to take long.</summary>
    public const double Password = 500;

    private const string Key = "price";

    /// <summary>代价. The price, in objects.</summary>
    public double Objects => objects;

    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType)
    {
        ArgumentNullException.ThrowIfNull(fieldType);
        fieldType.Metadata[Key] = objects;
    }

    /// <summary>The price of a field; null when it has none of its own.</summary>
    /// <param name="field">The field's definition.</param>
    internal static double? Of(FieldType field) => field.HasMetadata(Key) ? field.GetMetadata<double>(Key) : null;
}
