namespace SwapEdge.Boards.Flash;

/// <summary>The languages a technician reads.</summary>
public enum Language
{
    English = 0,
    Chinese = 1,
}
