using ShuangDa.Grains.FormEntries;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.FormEntries;

/// <summary>填报命令的入口.</summary>
public sealed class FormEntryDoor()
    : NumberedDoor<IFormEntryGrain, FormEntryState, FormEntryCommand, FormEntryRow, FormEntryType>(
        FormEntry.Concept, FormEntry.Prefix, "填报编号. Which entry.", "formEntry", "填报数");
