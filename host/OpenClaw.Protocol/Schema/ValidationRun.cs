using System.Globalization;
using System.Text;

namespace OpenClaw.Protocol.Schema;

/// <summary>One validation: where it stands and what it found.</summary>
internal sealed class ValidationRun
{
    private readonly List<(string? Name, int Index)> _place = [];

    public ViolationList Found { get; private set; } = new();

    /// <summary>Nothing more would be reported.</summary>
    public bool IsFull => Found.IsFull;

    /// <summary>The place as a JSON pointer; built only when something is wrong there.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder();
            foreach (var (name, index) in _place)
            {
                path.Append('/').Append(name is null ? index.ToString(CultureInfo.InvariantCulture) : Violations.Cut(name));
            }

            return path.ToString();
        }
    }

    public void Enter(string name) => _place.Add((name, 0));

    public void Enter(int index) => _place.Add((null, index));

    public void Leave() => _place.RemoveAt(_place.Count - 1);

    /// <summary>Runs a check whose findings are kept apart.</summary>
    public ViolationList Try(Action check)
    {
        var outer = Found;
        Found = new ViolationList();
        try
        {
            check();
            return Found;
        }
        finally
        {
            Found = outer;
        }
    }
}
