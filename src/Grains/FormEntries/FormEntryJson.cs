using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.FormEntries;

/// <summary>JSON metadata of everything of a form entry that is stored or hashed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<FormEntryState>))]
[JsonSerializable(typeof(FormEntryState))]
[JsonSerializable(typeof(EnterFormFigure))]
[JsonSerializable(typeof(CorrectFormFigure))]
[JsonSerializable(typeof(FormFigureEntered))]
[JsonSerializable(typeof(FormFigureCorrected))]
public sealed partial class FormEntryJson : JsonSerializerContext;
