using ShuangDa.Tests.Faults.Support;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

// Each has its own folder, ports and database, and a program that starts keeps little more than one processor busy: as many at once as there are processors.
[assembly: Parallelization(Mode = ParallelMode.All)]
[assembly: AssemblyFixture(typeof(StartedProgram))]
