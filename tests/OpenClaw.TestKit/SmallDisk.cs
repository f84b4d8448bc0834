using System.Diagnostics;

namespace OpenClaw.TestKit;

/// <summary>A file system of a few megabytes that goes away with the test.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly bool _isOwn;

    /// <param name="megabytes">Its size.</param>
    /// <param name="path">An empty directory that becomes the file system; a temporary one without it.</param>
    public SmallDisk(int megabytes, string? path = null)
    {
        _isOwn = path is null;
        Path = path ?? Directory.CreateTempSubdirectory("openclaw-disk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "openclaw-test", Path) is { } problem)
            throw new InvalidOperationException(problem);
    }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Path { get; }

    /// <summary>Takes all the space there is.</summary>
    public void Fill()
    {
        using var file = new FileStream(this["filler"], FileMode.Append, FileAccess.Write, FileShare.None, 0);
        try
        {
            for (var block = new byte[4096]; ; file.Write(block))
            {
            }
        }
        catch (IOException)
        {
            // Full, as it should be.
        }
    }

    /// <summary>Gives back some of it.</summary>
    public void Leave(long bytes)
    {
        using var file = new FileStream(this["filler"], FileMode.Open, FileAccess.Write);
        file.SetLength(Math.Max(0, file.Length - bytes));
    }

    public void Free() => File.Delete(this["filler"]);

    public void MakeReadOnly(bool isReadOnly) => Assert.Null(Run("mount", "-o", $"remount,{(isReadOnly ? "ro" : "rw")}", Path));

    public void Dispose()
    {
        Run("umount", "-l", Path);
        if (_isOwn)
            Directory.Delete(Path);
    }

    private static string? Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : error.Trim();
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            return error.Message;
        }
    }
}
