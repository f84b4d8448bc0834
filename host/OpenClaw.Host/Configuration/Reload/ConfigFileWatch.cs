using OpenClaw.Host.Storage.Watching;

namespace OpenClaw.Host.Configuration.Reload;

/// <summary>Watches the configuration file where it is named, and where it really lies if that is a link.</summary>
internal sealed class ConfigFileWatch(string file, Action changed, ReloadLog log) : IDisposable
{
    // A mounted volume swaps whole folders behind links whose names begin like this.
    private const string MountLinks = "..*";

    private readonly List<FolderWatch> _watches = [];
    private List<string> _places = [];
    private volatile bool _lost = true;
    private bool _complained;

    /// <summary>Makes sure that the right places are watched.</summary>
    /// <returns>False when they are not.</returns>
    public bool Arm()
    {
        var places = Places();
        if (!_lost && places.SequenceEqual(_places, StringComparer.Ordinal))
        {
            return true;
        }

        Dispose();
        _places = places;
        try
        {
            _lost = false;
            foreach (var place in places)
            {
                _watches.Add(new FolderWatch(
                    Path.GetDirectoryName(place)!, [Path.GetFileName(place), MountLinks], recursive: false, _ => changed(), () => _lost = true));
            }

            _complained = false;
            return true;
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            _lost = true;
            if (!_complained)
            {
                log.Unwatched(file, error.Message);
            }

            _complained = true;
            return false;
        }
    }

    public void Dispose()
    {
        _watches.ForEach(static watch => watch.Dispose());
        _watches.Clear();
    }

    private List<string> Places()
    {
        List<string> places = [file];
        try
        {
            if (File.ResolveLinkTarget(file, returnFinalTarget: true) is { } target)
            {
                places.Add(target.FullName);
            }
        }
        catch (IOException)
        {
            // Gone at this moment, or links that lead in a circle; the name itself is watched.
        }

        return places;
    }
}
