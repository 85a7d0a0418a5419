using System.Reflection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace ShuangDa.Silo.Dashboard;

/// <summary>内嵌文件夹. The files under a name in an assembly, as the framework's middleware for static files reads them.</summary>
/// <param name="assembly">The assembly that the build put them into.</param>
/// <param name="folder">What their names begin with, with a slash at its end.</param>
internal sealed class EmbeddedFolder(Assembly assembly, string folder) : IFileProvider
{
    // One build, one time: what is asked for again is answered with "not modified".
    private readonly DateTimeOffset _builtAt =
        File.Exists(assembly.Location) ? File.GetLastWriteTimeUtc(assembly.Location) : DateTimeOffset.UnixEpoch;

    /// <inheritdoc/>
    public IFileInfo GetFileInfo(string subpath)
    {
        ArgumentNullException.ThrowIfNull(subpath);
        var name = folder + subpath.TrimStart('/');
        using var content = assembly.GetManifestResourceStream(name);
        return content is null ? new NotFoundFileInfo(subpath) : new EmbeddedFile(assembly, name, content.Length, _builtAt);
    }

    /// <inheritdoc/>
    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    /// <inheritdoc/>
    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class EmbeddedFile(Assembly assembly, string resource, long length, DateTimeOffset builtAt) : IFileInfo
    {
        public bool Exists => true;

        public long Length => length;

        public string? PhysicalPath => null;

        public string Name => Path.GetFileName(resource);

        public DateTimeOffset LastModified => builtAt;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => assembly.GetManifestResourceStream(resource)!;
    }
}
