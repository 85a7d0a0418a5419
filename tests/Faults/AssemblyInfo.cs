using Xunit.Sdk;
using Xunit.v3;

// Each of these tests keeps all processors busy: two at once would only wait for each other.
[assembly: Parallelization(Mode = ParallelMode.None)]
