[assembly: System.Reflection.AssemblyVersion("1.7.11.0")]

namespace System
{
    public static class Environment { public static extern long TickCount64 { get; } }
}

namespace nanoFramework.Runtime.Native
{
    public class Power { public static extern void RebootDevice(RebootOption rebootOption); }

    public enum RebootOption { NormalReboot = 0 }
}
