namespace nanoFramework.Runtime.Native;

/// <summary>Stand-in.</summary>
public enum RebootOption
{
    NormalReboot = 0,
}
