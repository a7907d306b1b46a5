"""The compiled wheel: with DEALWIRE_COMPILE=1 mypyc makes an extension module of the core, from the same source.

What is compiled knows nothing of spaCy's pipeline, pydantic's models or files of articles: text to mentions to values.
The rest of the wheel is as always. Without the variable, and in an editable install, everything stays Python.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CORE = "folding tokens wording phrases currencies mentions resolve numerals rulers entities".split()
OPTIONS = ["--config-file=", "--ignore-missing-imports"]
SETUP = """
from mypyc.build import mypycify
from setuptools import setup
setup(name="core", packages=[], ext_modules=mypycify({arguments!r}, opt_level="2", debug_level="0"))
"""


def core(package: Path) -> list[Path]:
    """The source files that are compiled."""
    found = [path for name in CORE for path in (package / f"{name}.py", *(package / name).rglob("*.py"))]
    return sorted(path for path in found if path.exists())


def compile_core(package: Path, build: Path) -> dict[str, str]:
    """Compile the core in a folder of its own; the paths of what was made, each with its path in the wheel."""
    shutil.copytree(package, build / package.name, ignore=shutil.ignore_patterns("__pycache__"))
    files = [str(path.relative_to(package.parent)) for path in core(package)]
    command = [sys.executable, "-c", SETUP.format(arguments=[*OPTIONS, *files]), "build_ext", "--inplace"]
    done = subprocess.run(command, cwd=build, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        sys.exit(f"the core could not be compiled; without DEALWIRE_COMPILE it needs no compiler\n{done.stdout}")
    shutil.rmtree(build / "build")
    made = [path for path in build.rglob("*") if path.suffix in (".so", ".pyd")]
    return {str(path): str(path.relative_to(build)) for path in made}


class CompileHook(BuildHookInterface[Any]):
    """Adds the compiled core to a wheel where it is asked for."""

    PLUGIN_NAME = "custom"

    build: tempfile.TemporaryDirectory[str] | None = None

    @property
    def asked(self) -> bool:
        return os.environ.get("DEALWIRE_COMPILE") == "1"

    def dependencies(self) -> list[str]:
        return ["mypy>=2", "setuptools>=65"] if self.asked else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if not self.asked or version == "editable":
            return
        self.build = tempfile.TemporaryDirectory(prefix="dealwire-build-")
        build_data["force_include"] |= compile_core(Path(self.root, "pipeline", "dealwire"), Path(self.build.name))
        build_data["pure_python"], build_data["infer_tag"] = False, True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self.build is not None:
            self.build.cleanup()
