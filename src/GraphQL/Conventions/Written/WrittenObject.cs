using System.Text.Json;
using GraphQL.Types;
using GraphQLParser.AST;
using ShuangDa.Grains.Journal;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Conventions.Written;

/// <summary>直接书写的对象. What a document asks of an object, where all of it is at hand in the object or is read below it for the whole list:
/// it is written without the engine.</summary>
internal sealed class WrittenObject
{
    private readonly Part[] _parts;

    private WrittenObject(Part[] parts, IReadOnlySet<string>? columns) => (_parts, Columns) = (parts, columns);

    /// <summary>The properties of the row that are needed; null for all of them.</summary>
    public IReadOnlySet<string>? Columns { get; }

    /// <summary>The GraphQL types of the subjects that are shown below, which not everybody may see.</summary>
    public IEnumerable<string> Subjects =>
        _parts.OfType<BelowPart>().SelectMany(part => part.Object.Subjects.Concat(part.Below.Subject is { } subject ? [subject] : []));

    /// <summary>What a selection asks of objects of a type; null where only the engine can answer.</summary>
    /// <param name="context">The execution, whose plan knows the selection.</param>
    /// <param name="type">The type.</param>
    /// <param name="selections">The selection.</param>
    public static WrittenObject? Of(PlannedContext context, IGraphType? type, GraphQLSelectionSet? selections)
    {
        if (type is not IObjectGraphType known || selections is null)
        {
            return null;
        }

        var parts = new List<Part>();
        HashSet<string>? columns = [];
        foreach (var field in context.SelectionOf(known, selections).All)
        {
            if (PartOf(context, known, field) is not { } part)
            {
                return null;
            }

            parts.Add(part);
            if (part.Needs is { } needs)
            {
                columns?.UnionWith(needs);
            }
            else
            {
                columns = null;
            }
        }

        return new WrittenObject([.. parts], columns);
    }

    /// <summary>Reads what is shown below some objects.</summary>
    /// <param name="turn">The turn in which the list is read.</param>
    /// <param name="objects">The objects.</param>
    public async Task<Level> ReadBelowAsync(ReadTurn turn, IReadOnlyList<object> objects)
    {
        if (!HasBelow)
        {
            return Level.None;
        }

        var level = new Level(_parts.Length);
        var asked = Array.ConvertAll(_parts, part => (part as BelowPart)?.Below.Ask(turn, objects, ((BelowPart)part).Object.Columns));
        await turn.ReadAsync([.. asked.Select(one => one?.Reading).OfType<Reading>()]).ConfigureAwait(false);
        for (var at = 0; at < _parts.Length; at++)
        {
            if (asked[at] is { } below)
            {
                var (written, found) = (((BelowPart)_parts[at]).Object, below.Found());
                level.Found[at] = found;
                level.Below[at] = written.HasBelow ? await written.ReadBelowAsync(turn, Shown(objects, found)).ConfigureAwait(false)
                    : Level.None;
            }
        }

        return level;
    }

    /// <summary>Writes an object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="shown">The object.</param>
    /// <param name="level">What was read below it.</param>
    /// <returns>Whether all that must be there was; else the engine has to say what is wrong.</returns>
    public bool TryWrite(Utf8JsonWriter json, object shown, Level level)
    {
        json.WriteStartObject();
        for (var at = 0; at < _parts.Length; at++)
        {
            json.WritePropertyName(_parts[at].Name);
            if (!_parts[at].TryWrite(json, shown, level, at))
            {
                return false;
            }
        }

        json.WriteEndObject();
        return true;
    }

    private bool HasBelow => Array.Exists(_parts, part => part is BelowPart);

    private static List<object> Shown(IReadOnlyList<object> above, Func<object, object?> found) =>
        [.. above.Select(found).SelectMany(one => one is IReadOnlyList<object> several ? several : one is null ? [] : [one]).Distinct()];

    private static Part? PartOf(PlannedContext context, IObjectGraphType type, Subfield field)
    {
        if (field.Definition.Name == "__typename")
        {
            return new NamePart(field, type.Name);
        }

        if (field.Plain is { } plain)
        {
            return new PlainPart(field, plain);
        }

        return Below.Of(field.Definition) is { } below
            && Of(context, Unwrapped(field.Definition.ResolvedType), field.Selections) is { } written
            ? new BelowPart(field, below, written)
            : null;
    }

    /// <summary>A type without what says that it is listed or never null.</summary>
    /// <param name="type">The type.</param>
    internal static IGraphType? Unwrapped(IGraphType? type)
    {
        while (type is IProvideResolvedType wrapped)
        {
            type = wrapped.ResolvedType;
        }

        return type;
    }

    /// <summary>What was read below the objects of a selection, by the place of its field.</summary>
    /// <param name="fields">How many fields there are.</param>
    public sealed class Level(int fields)
    {
        /// <summary>Nothing.</summary>
        public static readonly Level None = new(0);

        /// <summary>Finds what is below an object.</summary>
        public Func<object, object?>[] Found { get; } = new Func<object, object?>[fields];

        /// <summary>What is below that.</summary>
        public Level[] Below { get; } = new Level[fields];
    }

    private abstract class Part(Subfield asked)
    {
        public JsonEncodedText Name => asked.WrittenName;

        protected Subfield Asked => asked;

        /// <summary>The properties of the row that are needed; null where nobody knows which.</summary>
        public abstract IReadOnlyList<string>? Needs { get; }

        public abstract bool TryWrite(Utf8JsonWriter json, object shown, Level level, int at);

        protected bool TryWriteNothing(Utf8JsonWriter json)
        {
            if (asked.IsRequired)
            {
                return false;
            }

            json.WriteNullValue();
            return true;
        }
    }

    private sealed class NamePart(Subfield field, string type) : Part(field)
    {
        public override IReadOnlyList<string> Needs => [];

        public override bool TryWrite(Utf8JsonWriter json, object shown, Level level, int at)
        {
            json.WriteStringValue(type);
            return true;
        }
    }

    private sealed class PlainPart(Subfield field, PlainResolver plain) : Part(field)
    {
        public override IReadOnlyList<string>? Needs => plain.Needs;

        public override bool TryWrite(Utf8JsonWriter json, object shown, Level level, int at)
        {
            switch (plain.Write?.Invoke(json, shown) ?? WrittenCell.Unwritten)
            {
                case WrittenCell.Written:
                    return true;
                case WrittenCell.Nothing:
                    return TryWriteNothing(json);
                default:
                    return TryWriteValue(json, shown);
            }
        }

        // What fails is left to the engine, which says so at the field's place.
        private bool TryWriteValue(Utf8JsonWriter json, object shown)
        {
            object? value;
            try
            {
                value = Asked.Serialize(plain.Read(shown));
            }
#pragma warning disable CA1031 // The engine reads the field once more, and reports what it fails with.
            catch (Exception)
#pragma warning restore CA1031
            {
                return false;
            }

            if (value is null)
            {
                return TryWriteNothing(json);
            }

            ResultWriter.WriteValue(json, value);
            return true;
        }
    }

    private sealed class BelowPart(Subfield field, Below below, WrittenObject written) : Part(field)
    {
        public Below Below => below;

        public WrittenObject Object => written;

        public override IReadOnlyList<string> Needs => below.Needs;

        public override bool TryWrite(Utf8JsonWriter json, object shown, Level level, int at)
        {
            switch (level.Found[at](shown))
            {
                case null:
                    return TryWriteNothing(json);
                case IReadOnlyList<object> several:
                    json.WriteStartArray();
                    foreach (var one in several)
                    {
                        if (!written.TryWrite(json, one, level.Below[at]))
                        {
                            return false;
                        }
                    }

                    json.WriteEndArray();
                    return true;
                case var one:
                    return written.TryWrite(json, one, level.Below[at]);
            }
        }
    }
}
