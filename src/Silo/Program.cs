using ShuangDa.Silo.Commands;
using ShuangDa.Silo.Composition;

if (!Culture.IcuIsThere())
{
    Culture.TellThatIcuIsMissing();
    return 1;
}

Culture.BeInvariant();

// 命令行目录。 What the program can be told to do; without a verb it serves.
var commands = RunCommand.Create();
commands.Add(MigrateCommand.Create());
commands.Add(VerifyJournalCommand.Create());
commands.Add(WriteDigestCommand.Create());
commands.Add(SelfCheckCommand.Create());
commands.Add(RebuildReadModelCommand.Create());
commands.Add(ImportCommand.Create());
commands.Add(BackupCommand.Create());
commands.Add(RestoreCommand.Create());
return await CommandLine.RunAsync(commands, args);
