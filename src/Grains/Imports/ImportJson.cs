using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Imports;

/// <summary>The JSON forms of everything an import stores or is asked.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<ImportState>))]
[JsonSerializable(typeof(ImportState))]
[JsonSerializable(typeof(ImportQueued))]
[JsonSerializable(typeof(ImportStarted))]
[JsonSerializable(typeof(ImportProgressed))]
[JsonSerializable(typeof(ImportCompleted))]
[JsonSerializable(typeof(ImportFailed))]
[JsonSerializable(typeof(ImportParked))]
[JsonSerializable(typeof(ImportResumed))]
[JsonSerializable(typeof(ImportCancelAsked))]
[JsonSerializable(typeof(ImportCancelled))]
[JsonSerializable(typeof(QueueEnterpriseImport))]
[JsonSerializable(typeof(QueueLicenceImport))]
[JsonSerializable(typeof(StartImport))]
[JsonSerializable(typeof(RecordImportProgress))]
[JsonSerializable(typeof(CompleteImport))]
[JsonSerializable(typeof(FailImport))]
[JsonSerializable(typeof(CancelImport))]
[JsonSerializable(typeof(ResumeImport))]
[JsonSerializable(typeof(EndCancelledImport))]
internal sealed partial class ImportJson : JsonSerializerContext;
